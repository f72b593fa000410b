//! Boxes on the page -> those that another box lies over, without a look at each.

use crate::order;
use crate::page::Rect;

/// Boxes from the top down, each with the lowest edge that it or any before it has.
#[derive(Default)]
pub(super) struct Boxes(Vec<(Rect, f32)>);

impl Boxes {
    pub fn new(boxes: impl Iterator<Item = Rect>) -> Boxes {
        let mut sorted: Vec<Rect> = boxes.collect();
        order::sort_by(&mut sorted, |a, b| a.y.total_cmp(&b.y));
        let mut lowest = f32::MIN;
        let with_lowest = |rect: Rect| {
            lowest = lowest.max(rect.bottom());
            (rect, lowest)
        };
        Boxes(sorted.into_iter().map(with_lowest).collect())
    }

    /// What `own` has in common with each box it may lie over; perhaps nothing.
    pub fn over(&self, own: Rect) -> impl Iterator<Item = Rect> {
        let below = self.0.partition_point(|(rect, _)| rect.y < own.bottom());
        let reach = self.0[..below].iter().rev().take_while(move |(_, lowest)| *lowest > own.y);
        reach.map(move |(rect, _)| own.overlap(*rect))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_over_is_found_among_boxes_of_any_height() {
        let at = |y: f32, height: f32| Rect { x: 0.0, y, width: 10.0, height };
        let boxes = Boxes::new([at(40.0, 5.0), at(0.0, 100.0), at(20.0, 5.0), at(200.0, 5.0)].into_iter());
        let over = |y: f32| boxes.over(at(y, 10.0)).filter(|r| r.area() > 0.0).count();
        assert_eq!([over(22.0), over(60.0), over(120.0), over(195.0)], [2, 1, 0, 1]);
    }
}
