//! Which passages to keep, given how probably each belongs to the story.

use crate::order;

/// Keeps the most probable passages, as many of them as make the expected F1 of words greatest.
///
/// No fixed threshold: a page of sure passages keeps few doubtful ones, a page of doubtful ones keeps many.
pub fn keep(probabilities: &[f32], words: &[u32]) -> Vec<bool> {
    let keys: Vec<u32> = probabilities.iter().map(|p| !rising(*p)).collect();
    let order: Vec<usize> = order::places_of(&keys).into_iter().map(|i| i as usize).collect();
    let expected = |i: usize| probabilities[i] * words[i] as f32;
    let all: f32 = (0..words.len()).map(expected).sum();
    let (mut kept, mut hits) = (0.0, 0.0);
    let (mut best, mut count) = (0.0, 0);
    for (n, i) in order.iter().enumerate() {
        kept += words[*i] as f32;
        hits += expected(*i);
        let f1 = 2.0 * hits / (kept + all);
        if f1 > best {
            (best, count) = (f1, n + 1);
        }
    }
    let mut keep = vec![false; words.len()];
    order[..count].iter().for_each(|i| keep[*i] = true);
    keep
}

/// A number that rises with another one, as `total_cmp` has it.
fn rising(number: f32) -> u32 {
    let bits = number.to_bits();
    if bits >> 31 == 1 { !bits } else { bits | 1 << 31 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(passages: &[(f32, u32)], wanted: &[bool]) {
        let (probabilities, words): (Vec<f32>, Vec<u32>) = passages.iter().copied().unzip();
        assert_eq!(keep(&probabilities, &words), wanted, "{passages:?}");
    }

    #[test]
    fn bends_the_threshold_to_the_page() {
        check(&[(0.9, 100), (0.3, 50), (0.95, 200)], &[true, false, true]);
        check(&[(0.4, 100), (0.35, 90), (0.05, 300)], &[true, true, false]);
        check(&[], &[]);
        check(&[(0.0, 10)], &[false]);
    }
}
