//! Boosted trees over rows of bytes: reading them from their file and walking them.
//!
//! In: the bytes of `rules/article/model.bin`. Out: scores as whole numbers, so that every machine gets the same sum.
//!
//! Shape of the file: lines of provenance up to an empty line; then one byte, the number of heads; then for each head
//! its features (a u16 count, then u16 each), its start (i32), and its trees: a u16 count, then for each tree a u16
//! scale and its nodes in preorder. A node is a feature's slot and a threshold (values up to it go left); a leaf is
//! [`LEAF`] and an i8, in units of the scale. All numbers little-endian.

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
    /// Shape: all trees' nodes, each tree in preorder.
    nodes: Vec<Node>,
    /// Where each tree begins, and its scale.
    trees: Vec<(u32, i32)>,
}

/// `slot == LEAF`: `right` is the value, else the way to the right child.
#[derive(Clone, Copy, Debug)]
struct Node {
    slot: u8,
    threshold: u8,
    right: i16,
}

impl Model {
    /// Reads a model. None: not of this shape.
    pub fn read(file: &[u8]) -> Option<Model> {
        let body = file.windows(2).position(|w| w == b"\n\n")? + 2;
        let mut reader = Reader { bytes: file, at: body };
        let heads = (0..reader.u8()?).map(|_| Head::read(&mut reader)).collect::<Option<_>>()?;
        Some(Model { heads })
    }
}

impl Head {
    fn read(reader: &mut Reader) -> Option<Head> {
        let features = (0..reader.u16()?).map(|_| reader.u16()).collect::<Option<_>>()?;
        let mut head = Head { features, start: reader.i32()?, ..Head::default() };
        for _ in 0..reader.u16()? {
            let scale = i32::from(reader.u16()?);
            head.trees.push((head.nodes.len() as u32, scale));
            head.read_tree(reader)?;
        }
        Some(head)
    }

    /// Reads one tree; a node's right child follows its left child's last leaf.
    fn read_tree(&mut self, reader: &mut Reader) -> Option<()> {
        let mut waiting = Vec::new();
        loop {
            let at = self.nodes.len();
            let (slot, byte) = (reader.u8()?, reader.u8()?);
            if slot != LEAF {
                (usize::from(slot) < self.features.len()).then_some(())?;
                self.nodes.push(Node { slot, threshold: byte, right: 0 });
                waiting.push(at);
                continue;
            }
            self.nodes.push(Node { slot, threshold: 0, right: i16::from(byte as i8) });
            let Some(parent) = waiting.pop() else { return Some(()) };
            self.nodes[parent].right = i16::try_from(at + 1 - parent).ok()?;
        }
    }

    /// The score of a row, in [`UNIT`]s. Features the row lacks count as 0.
    pub fn score(&self, row: &[u8]) -> i32 {
        let mut values = [0; LEAF as usize];
        for (value, feature) in values.iter_mut().zip(&self.features) {
            *value = row.get(usize::from(*feature)).copied().unwrap_or(0);
        }
        self.trees.iter().fold(self.start, |sum, (root, scale)| {
            sum.wrapping_add(scale.wrapping_mul(i32::from(self.leaf(*root as usize, &values))))
        })
    }

    fn leaf(&self, root: usize, values: &[u8; LEAF as usize]) -> i16 {
        let mut at = root;
        loop {
            let node = self.nodes[at];
            if node.slot == LEAF {
                return node.right;
            }
            let left = values[usize::from(node.slot)] <= node.threshold;
            at += if left { 1 } else { node.right as usize };
        }
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let taken = self.bytes.get(self.at..self.at + N)?;
        self.at += N;
        taken.try_into().ok()
    }

    fn u8(&mut self) -> Option<u8> {
        self.take().map(u8::from_le_bytes)
    }

    fn u16(&mut self) -> Option<u16> {
        self.take().map(u16::from_le_bytes)
    }

    fn i32(&mut self) -> Option<i32> {
        self.take().map(i32::from_le_bytes)
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
mod tests {
    use super::*;

    /// One head, one tree: feature 5 up to 9 gives -2, else feature 7 up to 3 gives 1, else 4.
    const FILE: &[u8] =
        b"a model\n\n\x01\x02\x00\x05\x00\x07\x00\x0a\x00\x00\x00\x01\x00\x64\x00\x00\x09\xff\xfe\x01\x03\xff\x01\xff\x04";

    fn check(row: &[u8], score: i32) {
        let model = Model::read(FILE).expect("a model");
        assert_eq!(model.heads[0].score(row), score, "{row:?}");
    }

    #[test]
    fn walks_to_the_leaf() {
        check(&[0, 0, 0, 0, 0, 9, 0, 9], 10 - 200);
        check(&[0, 0, 0, 0, 0, 10, 0, 3], 10 + 100);
        check(&[0, 0, 0, 0, 0, 10, 0, 4], 10 + 400);
        check(&[], 10 - 200);
    }

    #[test]
    fn refuses_what_is_cut_short() {
        for length in 0..FILE.len() {
            assert!(Model::read(&FILE[..length]).is_none(), "{length} bytes");
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
