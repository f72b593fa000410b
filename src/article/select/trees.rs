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

/// Marks a leaf in place of a feature's slot.
const LEAF: u8 = 255;

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
    features: Vec<u16>,
    start: i32,
    /// What leaves stand for, by their numbers.
    values: Vec<i32>,
    /// Shape: all trees' nodes, each tree in preorder.
    nodes: Vec<Node>,
    trees: Vec<Tree>,
}

/// A split goes on by 1, and by `beyond` more where the value at `slot` is above the threshold. A leaf stays where it
/// is, by -1, since the value at [`LEAF`] is above every threshold; its own is the number of its value.
#[derive(Clone, Copy, Debug)]
struct Node {
    slot: u8,
    threshold: u8,
    beyond: i16,
}

#[derive(Clone, Copy, Debug)]
struct Tree {
    /// Index of its root.
    root: u32,
    /// Splits above its deepest leaf.
    depth: u32,
}

/// Rows that are walked down a tree together: the processor does not wait for one while it reads another.
const TOGETHER: usize = 8;

/// The values of a row that a head reads, by slot; the rest is above every threshold.
type Values = [u8; LEAF as usize + 1];

impl Model {
    /// Reads a model. None: not of this shape.
    pub fn read(file: &[u8]) -> Option<Model> {
        let body = file.windows(2).position(|w| w == b"\n\n")? + 2;
        let mut from = Unpacker::new(&file[body..]);
        let heads = (0..from.number(8)?).map(|_| Head::read(&mut from)).collect::<Option<_>>()?;
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
        let (mut features, mut thresholds) = (Vec::new(), Vec::new());
        for _ in 0..from.number(8)? {
            features.push(from.number(10)? as u16);
            let count = from.number(5)?;
            let list = (0..count).map(|_| Some(from.number(8)? as u8)).collect::<Option<Vec<u8>>>()?;
            thresholds.push((width(list.len()), list));
        }
        (features.len() < usize::from(LEAF)).then_some(())?;
        let value = |number: u32| i32::from(number as u16 as i16) * VALUE;
        let values = (0..VALUES).map(|_| from.number(16).map(value)).collect::<Option<_>>()?;
        let mut head = Head { features, start: from.number(32)? as i32, values, ..Head::default() };
        for _ in 0..from.number(16)? {
            let root = head.nodes.len() as u32;
            let depth = head.read_tree(from, &thresholds)?;
            head.trees.push(Tree { root, depth });
        }
        Some(head)
    }

    /// Reads one tree and gives its depth; a node's right child follows its left child's last leaf. `thresholds`: of each
    /// slot, and in how many bits one of them is told.
    fn read_tree(&mut self, from: &mut Unpacker, thresholds: &[(u32, Vec<u8>)]) -> Option<u32> {
        // Splits whose right child is still to come, each with those above it.
        let mut waiting: Vec<(usize, u32)> = Vec::new();
        let (mut above, mut depth, slots) = (0, 0, width(thresholds.len()));
        loop {
            let at = self.nodes.len();
            if from.number(1)? == 0 {
                let slot = from.number(slots)? as usize;
                let (bits, of_feature) = thresholds.get(slot)?;
                let threshold = *of_feature.get(from.number(*bits)? as usize)?;
                self.nodes.push(Node { slot: slot as u8, threshold, beyond: 0 });
                waiting.push((at, above));
                above += 1;
                depth = depth.max(above);
                continue;
            }
            let value = from.number(VALUE_BITS)? as u8;
            self.nodes.push(Node { slot: LEAF, threshold: value, beyond: -1 });
            let Some((parent, level)) = waiting.pop() else { return Some(depth) };
            self.nodes[parent].beyond = i16::try_from(at - parent).ok()?;
            above = level + 1;
        }
    }

    /// The scores of rows, in [`UNIT`]s. Features a row lacks count as 0.
    pub fn scores<R: AsRef<[u8]>>(&self, rows: &[R]) -> Vec<i32> {
        rows.chunks(TOGETHER).flat_map(|rows| self.few_scores(rows).into_iter().take(rows.len())).collect()
    }

    fn few_scores<R: AsRef<[u8]>>(&self, rows: &[R]) -> [i32; TOGETHER] {
        let mut values: [Values; TOGETHER] = [[u8::MAX; LEAF as usize + 1]; TOGETHER];
        for (values, row) in values.iter_mut().zip(rows) {
            for (value, feature) in values.iter_mut().zip(&self.features) {
                *value = row.as_ref().get(usize::from(*feature)).copied().unwrap_or(0);
            }
        }
        let mut sums = [self.start; TOGETHER];
        for tree in &self.trees {
            let places = self.leaves(*tree, &values);
            for (sum, at) in sums.iter_mut().zip(&places) {
                let leaf = self.nodes[*at as usize].threshold;
                *sum = sum.wrapping_add(self.values[usize::from(leaf)]);
            }
        }
        sums
    }

    /// Where each row ends up in a tree. By counting, as no iterator is inlined where size counts: this is the loop of
    /// the core that takes longest.
    fn leaves(&self, tree: Tree, values: &[Values; TOGETHER]) -> [u32; TOGETHER] {
        let nodes = self.nodes.as_slice();
        let mut places = [tree.root; TOGETHER];
        let mut level = 0;
        while level < tree.depth {
            let mut row = 0;
            while row < TOGETHER {
                let node = &nodes[places[row] as usize];
                // All ones above the threshold, else 0: half of all branches here would be guessed wrong.
                let is_above = (i32::from(node.threshold) - i32::from(values[row][node.slot as usize])) >> 31;
                places[row] = places[row].wrapping_add_signed(1 + (is_above & i32::from(node.beyond)));
                row += 1;
            }
            level += 1;
        }
        places
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
