//! What a module's memory holds when it starts.

use walrus::ConstExpr;
use walrus::Data;
use walrus::DataKind;
use walrus::Module;
use walrus::ir::Value;

/// A module's data, by address.
pub struct Memory<'a>(pub &'a mut Module);

impl Memory<'_> {
    /// The bytes at an address. None: not all of them are data of one segment.
    pub fn at(&mut self, address: u32, length: usize) -> Option<&mut [u8]> {
        let holds = |data: &Data| {
            let start = address.checked_sub(start(data)?)? as usize;
            data.value.get(start..start.checked_add(length)?).map(|_| (data.id(), start))
        };
        let (id, start) = self.0.data.iter().find_map(holds)?;
        self.0.data.get_mut(id).value.get_mut(start..start + length)
    }

    /// Every aligned word of the data: what points to data is among them.
    pub fn words(&self) -> impl Iterator<Item = u32> {
        let aligned = |data: &Data| Some(start(data)?.next_multiple_of(4) - start(data)?);
        self.0.data.iter().filter_map(move |data| data.value.get(aligned(data)? as usize..)).flat_map(
            |bytes| {
                let (words, _) = bytes.as_chunks::<4>();
                words.iter().map(|word| u32::from_le_bytes(*word))
            },
        )
    }
}

/// Where a segment lies. None: nowhere when the module starts.
fn start(data: &Data) -> Option<u32> {
    match data.kind {
        DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } => Some(start as u32),
        _ => None,
    }
}
