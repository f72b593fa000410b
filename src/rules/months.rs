//! Names of months in many languages: `rules/article/months.txt` as a sorted table.

use crate::order;
use crate::text::lower;
use std::cell::OnceCell;

const FILE: &str = include_str!("../../rules/article/months.txt");

/// Names with their numbers, sorted by name.
#[derive(Clone, Debug)]
pub struct Months {
    names: Vec<(&'static str, u8)>,
}

impl Months {
    /// The table, which is read once: every page asks for it several times.
    pub fn load() -> &'static Months {
        thread_local!(static MONTHS: OnceCell<&'static Months> = const { OnceCell::new() });
        MONTHS.with(|months| *months.get_or_init(|| Box::leak(Box::new(Months::read()))))
    }

    fn read() -> Months {
        let lines =
            FILE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = "));
        let mut names: Vec<(&str, u8)> = Vec::new();
        for (number, line) in lines {
            let number = number.trim().parse().unwrap_or(0);
            names.extend(line.split(", ").map(|name| (name.trim(), number)));
        }
        order::sort(&mut names);
        names.dedup();
        Months { names }
    }

    /// 1..=12. `name` in any case, without a dot. None: no month.
    pub fn number(&self, name: &str) -> Option<u8> {
        let name = lower(name);
        self.names.binary_search_by(|(n, _)| (*n).cmp(&name)).ok().map(|i| self.names[i].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_stands_for_one_month() {
        let months = Months::load();
        assert!(months.names.windows(2).all(|pair| pair[0].0 != pair[1].0));
        assert_eq!((1..=12).filter(|n| months.names.iter().any(|(_, m)| m == n)).count(), 12);
        assert_eq!(months.number("MÄRZ"), Some(3));
        assert_eq!(months.number("smarch"), None);
    }
}
