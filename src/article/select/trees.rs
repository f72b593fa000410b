//! Boosted trees over rows of bytes: reading them from their file and walking them.
//!
//! In: the bytes of `rules/article/model.bin`. Out: scores as whole numbers, so that every machine gets the same sum.
//!
//! Shape of the file: lines of provenance up to an empty line; then, in numbers of as many bits as each needs, the
//! count of heads (8) and the heads. A head is the count of the features it reads (8); for each its place in a row (10),
//! the count of its thresholds (5) and those (8 each); the values of its leaves ([`VALUES`] of 16, signed, in
//! [`VALUE`]s), its start (32, signed), the count of its trees (16) and those, nodes in preorder. A node is a bit that
//! tells a leaf; a leaf is the number of its value; else come the number of a feature and that of its threshold, in as
//! many bits as tell them apart. Values up to the threshold go left.

use super::unpack::Unpacker;
use super::unpack::width;

/// Marks a leaf in place of a test.
const LEAF: u16 = u16::MAX;

/// Scores are in units of one part in this many of a natural logit.
const UNIT: f32 = 65536.0;

/// All heads of the model.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// One for each kind of page, then one for passages.
    pub heads: Vec<Head>,
}

/// A sum of trees that answers one question.
#[derive(Clone, Debug, Default)]
pub struct Head {
    features: Vec<Feature>,
    /// How many tests its features have.
    tests: usize,
    start: i32,
    /// What leaves stand for, by their numbers.
    values: Vec<i32>,
    /// Shape: all trees' nodes, each tree in preorder.
    nodes: Vec<Node>,
    /// Where each tree's root is.
    roots: Vec<u32>,
}

/// Its tests are whether it is above none of its thresholds, the lowest one, the next, and so on.
#[derive(Clone, Debug)]
struct Feature {
    /// Its place in a row.
    place: u16,
    /// The number of its first test.
    first: u16,
    /// How many thresholds each value is above.
    above: [u8; 256],
}

/// A split goes on by 1 with the rows that fail its test, and by 1 and `beyond` more with those that pass. A leaf's
/// `beyond` is the number of its value.
#[derive(Clone, Copy, Debug)]
struct Node {
    test: u16,
    beyond: u16,
}

/// Rows that go down a tree together, each a bit: they come to a split many at a time, so that a split is one step for
/// all of them, and no branch is guessed wrong for each by itself.
type Rows = u64;

const TOGETHER: usize = Rows::BITS as usize;

impl Model {
    /// Reads a model. None: not of this shape.
    pub fn read(file: &[u8]) -> Option<Model> {
        let body = file.windows(2).position(|w| w == b"\n\n")? + 2;
        let mut from = Unpacker::new(&file[body..]);
        let mut heads = Vec::new();
        for _ in 0..from.number(8)? {
            heads.push(Head::read(&mut from)?);
        }
        Some(Model { heads })
    }
}

/// Bits of a leaf's number, and how many values a head's leaves may have.
const VALUE_BITS: u32 = 5;
const VALUES: usize = 1 << VALUE_BITS;

/// What a leaf's value is counted in: one part in so many of [`UNIT`].
const VALUE: i32 = 8;

impl Head {
    fn read(from: &mut Unpacker) -> Option<Head> {
        let mut head = Head::default();
        let mut thresholds = Vec::new();
        for _ in 0..from.number(8)? {
            let place = from.number(10)? as u16;
            let count = from.number(5)?;
            let mut list: Vec<u8> = Vec::new();
            for _ in 0..count {
                list.push(from.number(8)? as u8);
            }
            let above =
                std::array::from_fn(|value| list.iter().filter(|t| value > usize::from(**t)).count() as u8);
            head.features.push(Feature { place, first: head.tests as u16, above });
            head.tests += list.len() + 1;
            thresholds.push((width(list.len()), list.len() as u32));
        }
        for _ in 0..VALUES {
            head.values.push(i32::from(from.number(16)? as u16 as i16) * VALUE);
        }
        head.start = from.number(32)? as i32;
        for _ in 0..from.number(16)? {
            head.roots.push(head.nodes.len() as u32);
            head.read_tree(from, &thresholds)?;
        }
        Some(head)
    }

    /// Reads one tree; a node's right child follows its left child's last leaf. `thresholds`: of each feature, in how many
    /// bits one of them is told, and how many there are.
    fn read_tree(&mut self, from: &mut Unpacker, thresholds: &[(u32, u32)]) -> Option<()> {
        // Splits whose right child is still to come.
        let mut waiting: Vec<usize> = Vec::new();
        let features = width(thresholds.len());
        loop {
            let at = self.nodes.len();
            if from.number(1)? == 0 {
                let feature = from.number(features)? as usize;
                let (bits, count) = *thresholds.get(feature)?;
                let threshold = from.number(bits)?;
                (threshold < count).then_some(())?;
                let test = self.features[feature].first + threshold as u16 + 1;
                self.nodes.push(Node { test, beyond: 0 });
                waiting.push(at);
                continue;
            }
            self.nodes.push(Node { test: LEAF, beyond: from.number(VALUE_BITS)? as u16 });
            let Some(parent) = waiting.pop() else { return Some(()) };
            self.nodes[parent].beyond = u16::try_from(at - parent).ok()?;
        }
    }

    /// The scores of rows, in [`UNIT`]s. Features a row lacks count as 0.
    pub fn scores<R: AsRef<[u8]>>(&self, rows: &[R]) -> Vec<i32> {
        let (mut scores, mut waiting) = (Vec::with_capacity(rows.len()), Vec::new());
        for rows in rows.chunks(TOGETHER) {
            let passed = self.passed(rows);
            let all = Rows::MAX >> (TOGETHER - rows.len());
            let mut sums = [self.start; TOGETHER];
            for root in &self.roots {
                waiting.push((*root as usize, all));
                self.walk(&mut waiting, &passed, &mut sums);
            }
            scores.extend(&sums[..rows.len()]);
        }
        scores
    }

    /// Which of the rows pass each test.
    fn passed<R: AsRef<[u8]>>(&self, rows: &[R]) -> Vec<Rows> {
        let mut passed = vec![0; self.tests];
        for (at, feature) in self.features.iter().enumerate() {
            let end = self.features.get(at + 1).map_or(self.tests, |next| next.first.into());
            let tests = &mut passed[feature.first.into()..end];
            for (row, values) in rows.iter().enumerate() {
                let value = values.as_ref().get(usize::from(feature.place)).copied().unwrap_or(0);
                tests[usize::from(feature.above[usize::from(value)])] |= 1 << row;
            }
            // What is above a threshold is above all lower ones.
            for test in (1..tests.len()).rev() {
                tests[test - 1] |= tests[test];
            }
        }
        passed
    }

    /// Adds to the sums what a tree says of each row. `waiting`: nodes, and the rows that come to them. By counting, as no
    /// iterator is inlined where size counts: this is the loop of the core that takes longest.
    fn walk(&self, waiting: &mut Vec<(usize, Rows)>, passed: &[Rows], sums: &mut [i32; TOGETHER]) {
        let nodes = self.nodes.as_slice();
        while let Some((mut at, mut rows)) = waiting.pop() {
            while nodes[at].test != LEAF {
                let right = rows & passed[usize::from(nodes[at].test)];
                let left = rows & !right;
                let beyond = at + 1 + usize::from(nodes[at].beyond);
                if left == 0 {
                    (at, rows) = (beyond, right);
                    continue;
                }
                if right != 0 {
                    waiting.push((beyond, right));
                }
                (at, rows) = (at + 1, left);
            }
            let value = self.values[usize::from(nodes[at].beyond)];
            while rows != 0 {
                let row = rows.trailing_zeros() as usize;
                sums[row] = sums[row].wrapping_add(value);
                rows &= rows - 1;
            }
        }
    }
}

/// The probability that belongs to a score.
pub fn probability(score: i32) -> f32 {
    1.0 / (1.0 + exp(-(score as f32) / UNIT))
}

/// The probabilities of kinds that exclude each other.
pub fn shares(scores: &[i32]) -> Vec<f32> {
    let most = scores.iter().copied().max().unwrap_or(0);
    let powers: Vec<f32> = scores.iter().map(|s| exp(s.saturating_sub(most) as f32 / UNIT)).collect();
    let sum: f32 = powers.iter().sum();
    powers.iter().map(|p| p / sum).collect()
}

/// e to the `x`, by sums and products alone: the platform's own differs from machine to machine in its last bit.
fn exp(x: f32) -> f32 {
    const HALVINGS: i32 = 10;
    let x = x.clamp(-60.0, 60.0) / (1 << HALVINGS) as f32;
    let mut power = 1.0 + x * (1.0 + x / 2.0 * (1.0 + x / 3.0));
    for _ in 0..HALVINGS {
        power *= power;
    }
    power
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// Writes numbers as the trainer does, each as (bits, number).
    pub fn pack(numbers: &[(u32, u32)]) -> Vec<u8> {
        let bits = numbers.iter().flat_map(|(bits, n)| (0..*bits).rev().map(move |at| n >> at & 1));
        let bits: Vec<u8> = bits.map(|bit| bit as u8).collect();
        let byte = |bits: &[u8]| bits.iter().enumerate().fold(0, |byte, (at, bit)| byte | bit << (7 - at));
        [b"a model\n\n".to_vec(), bits.chunks(8).map(byte).collect()].concat()
    }

    /// One head, one tree: feature 5 up to 9 gives -2, else feature 7 up to 3 gives 1, else 4, all times 100.
    fn file() -> Vec<u8> {
        let mut numbers = vec![(8, 1), (8, 2), (10, 5), (5, 2), (8, 9), (8, 20), (10, 7), (5, 1), (8, 3)];
        let values = [(-200i32) as u32, 100, 400];
        numbers.extend((0..VALUES).map(|i| (16, values.get(i).copied().unwrap_or(0) & 0xffff)));
        numbers.extend([(32, 10), (16, 1)]);
        // Feature 0, threshold 0; leaf 0; feature 1, its only threshold; leaves 1 and 2.
        numbers.extend([
            (1, 0),
            (1, 0),
            (1, 0),
            (1, 1),
            (5, 0),
            (1, 0),
            (1, 1),
            (1, 1),
            (5, 1),
            (1, 1),
            (5, 2),
        ]);
        pack(&numbers)
    }

    /// The score of a row without features.
    const LEFTMOST: i32 = 10 - 8 * 200;

    fn check(row: &[u8], score: i32) {
        let model = Model::read(&file()).expect("a model");
        assert_eq!(model.heads[0].scores(&[row, &[], row])[..], [score, LEFTMOST, score], "{row:?}");
    }

    #[test]
    fn walks_to_the_leaf() {
        check(&[0, 0, 0, 0, 0, 9, 0, 9], 10 - 8 * 200);
        check(&[0, 0, 0, 0, 0, 10, 0, 3], 10 + 8 * 100);
        check(&[0, 0, 0, 0, 0, 10, 0, 4], 10 + 8 * 400);
        check(&[], LEFTMOST);
    }

    #[test]
    fn rows_that_go_together_come_apart_again() {
        let model = Model::read(&file()).expect("a model");
        let rows: Vec<[u8; 8]> = (0..=255).map(|i| [0, 0, 0, 0, 0, i / 16, 0, i % 16]).collect();
        let alone: Vec<i32> = rows.iter().map(|row| model.heads[0].scores(&[row])[0]).collect();
        assert_eq!(model.heads[0].scores(&rows), alone);
        assert_eq!(alone[9 * 16 + 15], 10 - 8 * 200);
        assert_eq!(alone[10 * 16 + 3], 10 + 8 * 100);
    }

    #[test]
    fn refuses_what_is_cut_short() {
        let file = file();
        for length in 0..file.len() {
            assert!(Model::read(&file[..length]).is_none(), "{length} bytes");
        }
    }

    #[test]
    fn probabilities_are_exact_to_the_bit() {
        assert_eq!(probability(0).to_bits(), 0.5f32.to_bits());
        assert!((probability(65536) - 0.731_058_6).abs() < 1e-4);
        assert_eq!(probability(i32::MIN), probability(-60 * 65536));
        let shares = shares(&[0, 0, 65536]);
        assert!((shares[2] - 0.576_116_9).abs() < 1e-4 && shares[0] == shares[1]);
    }
}
