//! Packed bytes -> numbers of any width.

/// Reads numbers from packed bytes, highest bit first.
pub struct Unpacker<'a> {
    bytes: std::slice::Iter<'a, u8>,
    /// What has been read of the bytes; the lowest of its bits are still to be given.
    window: u64,
    left: u32,
}

impl Unpacker<'_> {
    /// Starts on packed bytes.
    pub fn new(bytes: &[u8]) -> Unpacker<'_> {
        Unpacker { bytes: bytes.iter(), window: 0, left: 0 }
    }

    /// The next number of so many bits, 32 at most. None: the bytes have ended.
    pub fn number(&mut self, bits: u32) -> Option<u32> {
        while self.left < bits {
            self.window = self.window << 8 | u64::from(*self.bytes.next()?);
            self.left += 8;
        }
        self.left -= bits;
        Some((self.window >> self.left & ((1 << bits) - 1)) as u32)
    }
}

/// Bits that tell so many things apart.
pub fn width(count: usize) -> u32 {
    count.max(1).next_power_of_two().ilog2()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_each_other_without_gaps() {
        let mut from = Unpacker::new(&[0b1010_0111, 0b1000_0001]);
        assert_eq!([3, 0, 6, 7].map(|bits| from.number(bits)), [Some(5), Some(0), Some(15), Some(1)]);
        assert_eq!(from.number(1), None);
        assert_eq!([0, 1, 2, 3, 4, 5, 127, 128].map(width), [0, 0, 1, 2, 2, 3, 7, 7]);
    }
}
