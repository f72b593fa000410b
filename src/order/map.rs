//! Maps and sets in the order of their keys, searched by one code for all types: every tree of the standard library by
//! itself is several kilobytes of WASM.
//!
//! Shape: the items as they came, beside their places in the order of their keys; the places lie in blocks, so that an
//! insertion moves few of them. Nothing is ever taken out.

use std::borrow::Borrow;
use std::cmp::Ordering;

/// A block is halved when it holds so many places.
const MOST_IN_BLOCK: usize = 512;

/// Values by key.
#[derive(Clone, Debug)]
pub struct Map<K, V> {
    items: Vec<(K, V)>,
    places: Places,
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Map<K, V> {
        Map { items: Vec::new(), places: Places::default() }
    }
}

impl<K: Ord, V> Map<K, V> {
    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// True without keys.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let at = self.find(key).ok()?;
        self.items.get(at).map(|(_, value)| value)
    }

    /// True where the map has the key.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// The value of a key; where it has none, what `make` gives from now on.
    pub fn get_or_insert_with(&mut self, key: K, make: impl FnOnce(&K) -> V) -> &mut V {
        let at = match self.find(&key) {
            Ok(at) => at,
            Err(place) => {
                self.places.insert(place, self.items.len() as u32);
                let value = make(&key);
                self.items.push((key, value));
                self.items.len() - 1
            }
        };
        &mut self.items[at].1
    }

    /// Gives a key its value, in place of the one it had.
    pub fn insert(&mut self, key: K, value: V) {
        match self.find(&key) {
            Ok(at) => self.items[at].1 = value,
            Err(place) => {
                self.places.insert(place, self.items.len() as u32);
                self.items.push((key, value));
            }
        }
    }

    /// The value of a key, which has an empty one from now on where it had none.
    pub fn get_or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        self.get_or_insert_with(key, |_| V::default())
    }

    /// Keys and values, in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.places.iter().filter_map(|at| self.items.get(at)).map(|(key, value)| (key, value))
    }

    /// Keys and values, in the order in which they were put in.
    pub fn entries(&self) -> impl Iterator<Item = (&K, &V)> {
        self.items.iter().map(|(key, value)| (key, value))
    }

    /// The same, to keep.
    pub fn into_entries(self) -> Vec<(K, V)> {
        self.items
    }

    /// The values, in the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    /// Keys and values, in the order of the keys.
    pub fn into_sorted(self) -> Vec<(K, V)> {
        let mut items = self.items;
        super::put(&mut items, &super::swaps(self.places.blocks.concat()));
        items
    }

    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, Place>
    where
        K: Borrow<Q>,
    {
        let compare =
            |at: u32| self.items.get(at as usize).map_or(Ordering::Equal, |item| item.0.borrow().cmp(key));
        self.places.find(&compare)
    }
}

/// Keys alone.
#[derive(Clone, Debug)]
pub(crate) struct Set<K>(Map<K, ()>);

impl<K> Default for Set<K> {
    fn default() -> Set<K> {
        Set(Map::default())
    }
}

impl<K: Ord> Set<K> {
    /// True where the set has the key.
    pub fn contains<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.0.contains_key(key)
    }

    /// True without keys.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts a key in; true where it was not there.
    pub fn insert(&mut self, key: K) -> bool {
        let before = self.0.len();
        self.0.get_or_default(key);
        self.0.len() > before
    }
}

impl<K: Ord> FromIterator<K> for Set<K> {
    fn from_iter<I: IntoIterator<Item = K>>(keys: I) -> Set<K> {
        let mut set = Set::default();
        set.extend(keys);
        set
    }
}

impl<K: Ord> Extend<K> for Set<K> {
    fn extend<I: IntoIterator<Item = K>>(&mut self, keys: I) {
        keys.into_iter().for_each(|key| {
            self.insert(key);
        });
    }
}

/// Where a key would stand: block, place in the block.
type Place = (usize, usize);

/// Numbers of items, in the order of their keys.
#[derive(Clone, Debug, Default)]
struct Places {
    blocks: Vec<Vec<u32>>,
}

impl Places {
    /// The number of the item that compares as equal, or where it would stand.
    #[inline(never)]
    fn find(&self, compare: &dyn Fn(u32) -> Ordering) -> Result<usize, Place> {
        let is_not_after =
            |block: &Vec<u32>| block.first().is_some_and(|at| compare(*at) != Ordering::Greater);
        let block = self.blocks.partition_point(is_not_after).saturating_sub(1);
        let places = self.blocks.get(block).map_or(&[][..], |block| block);
        let found = places.binary_search_by(|at| compare(*at));
        found.map(|at| places[at] as usize).map_err(|at| (block, at))
    }

    #[inline(never)]
    fn insert(&mut self, (block, at): Place, item: u32) {
        let Some(places) = self.blocks.get_mut(block) else { return self.blocks.push(vec![item]) };
        places.insert(at, item);
        if places.len() >= MOST_IN_BLOCK {
            let rest = places.split_off(MOST_IN_BLOCK / 2);
            self.blocks.insert(block + 1, rest);
        }
    }

    fn iter(&self) -> impl Iterator<Item = usize> {
        self.blocks.iter().flatten().map(|at| *at as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn as_the_standard_library_maps() {
        // A linear congruential generator (Numerical Recipes), so that the numbers are the same in every run.
        let mut state = 7_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state >> 18
        };
        let (mut ours, mut theirs) = (Map::<u32, Vec<usize>>::default(), BTreeMap::<u32, Vec<usize>>::new());
        for i in 0..20_000 {
            let key = next();
            ours.get_or_default(key).push(i);
            theirs.entry(key).or_default().push(i);
        }
        assert_eq!(ours.len(), theirs.len());
        assert!(ours.iter().eq(theirs.iter()));
        assert!((0..1 << 14).all(|key| ours.get(&key) == theirs.get(&key)));
        assert!(ours.into_sorted().into_iter().eq(theirs));
    }

    #[test]
    fn a_set_tells_what_is_new() {
        let mut set: Set<String> = ["b", "a", "b"].map(str::to_owned).into_iter().collect();
        assert!(set.contains("a") && !set.contains("c"));
        assert!(!set.insert("a".to_owned()) && set.insert("c".to_owned()));
        assert!(!set.is_empty() && Set::<u32>::default().is_empty());
    }
}
