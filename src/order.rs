//! Sorting, once for all types: every sort of the standard library by itself is several kilobytes of WASM.
//!
//! In: a slice and how two of its items compare. Out: the slice in order; equal items keep their places.

mod map;

pub use map::Map;
pub(crate) use map::Set;

use std::cmp::Ordering;

/// Sorts by what the items themselves say.
pub(crate) fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts by a key.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by a comparison.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let of = |a: u32, b: u32| match (items.get(a as usize), items.get(b as usize)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    };
    put(items, &swaps(sorted(items.len(), &of)));
}

/// The places of so many items in their order.
#[inline(never)]
fn sorted(count: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count as u32).collect();
    sort_numbers(&mut order, compare);
    order
}

/// What to swap, one pair after the other, so that the item at `order[i]` comes to `i`: along the cycles of the permutation.
#[inline(never)]
fn swaps(mut order: Vec<u32>) -> Vec<(u32, u32)> {
    let mut swaps = Vec::new();
    for start in 0..order.len() as u32 {
        let mut at = start;
        while let Some(place) = order.get_mut(at as usize) {
            let from = std::mem::replace(place, at);
            if from == start {
                break;
            }
            swaps.push((at, from));
            at = from;
        }
    }
    swaps
}

/// Swaps pair after pair.
fn put<T>(items: &mut [T], swaps: &[(u32, u32)]) {
    for (a, b) in swaps {
        items.swap(*a as usize, *b as usize);
    }
}

/// The one sort that is compiled: merges runs of twice the length each time, which is a tenth of the standard library's
/// code; what is in order already is only looked at.
fn sort_numbers(order: &mut Vec<u32>, compare: &dyn Fn(u32, u32) -> Ordering) {
    let in_order = |pair: &[u32]| compare(pair[0], pair[1]) != Ordering::Greater;
    if order.windows(2).all(in_order) {
        return;
    }
    let mut merged = Vec::with_capacity(order.len());
    let mut run = 1;
    while run < order.len() {
        merged.clear();
        for pair in order.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let ([a, rest_left @ ..], [b, rest_right @ ..]) = (left, right) {
                if compare(*a, *b) == Ordering::Greater {
                    merged.push(*b);
                    right = rest_right;
                } else {
                    merged.push(*a);
                    left = rest_left;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(order, &mut merged);
        run *= 2;
    }
}

/// The places of numbers in ascending order; equal ones keep theirs. By one byte after the other, without a comparison.
pub(crate) fn places_of(numbers: &[u32]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..numbers.len() as u32).collect();
    let mut sorted = order.clone();
    for shift in [0, 8, 16, 24] {
        let byte = |at: u32| (numbers[at as usize] >> shift & 0xff) as usize;
        let mut starts = [0; 257];
        order.iter().for_each(|at| starts[byte(*at) + 1] += 1);
        for value in 0..256 {
            starts[value + 1] += starts[value];
        }
        for at in &order {
            let start = &mut starts[byte(*at)];
            sorted[*start] = *at;
            *start += 1;
        }
        std::mem::swap(&mut order, &mut sorted);
    }
    order
}

/// The places of pairs of numbers in ascending order; equal ones keep theirs.
pub(crate) fn places_of_pairs(pairs: &[(u32, u32)]) -> Vec<u32> {
    let by_second = places_of(&pairs.iter().map(|pair| pair.1).collect::<Vec<_>>());
    let first: Vec<u32> = by_second.iter().map(|at| pairs[*at as usize].0).collect();
    places_of(&first).iter().map(|at| by_second[*at as usize]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_standard_library_sorts() {
        // A linear congruential generator (Numerical Recipes), so that the numbers are the same in every run.
        let mut state = 1_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state >> 27
        };
        for length in [0, 1, 2, 3, 21, 200, 1025] {
            let items: Vec<(u32, usize)> = (0..length).map(|i| (next(), i)).collect();
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by_key(&mut ours, |(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            assert_eq!(ours, theirs);
            sort_by(&mut ours, |a, b| b.cmp(a));
            theirs.sort_by(|a, b| b.cmp(a));
            assert_eq!(ours, theirs);
            sort(&mut ours);
            theirs.sort();
            assert_eq!(ours, theirs);
            let numbers: Vec<u32> = (0..length).map(|_| next() << 27 | next() << 9 | next()).collect();
            let mut places: Vec<u32> = (0..length as u32).collect();
            places.sort_by_key(|at| numbers[*at as usize]);
            assert_eq!(places_of(&numbers), places);
            let pairs: Vec<(u32, u32)> = (0..length).map(|_| (next() % 4, next())).collect();
            let mut places: Vec<u32> = (0..length as u32).collect();
            places.sort_by_key(|at| pairs[*at as usize]);
            assert_eq!(places_of_pairs(&pairs), places);
        }
    }
}
