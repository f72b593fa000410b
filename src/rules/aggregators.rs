//! Sites that show other outlets' stories: `rules/article/aggregators.txt`.

use crate::text::lower;

const FILE: &str = include_str!("../../rules/article/aggregators.txt");

/// True if a site's name or host is an aggregator's. In any case.
pub fn is_aggregator(name: &str) -> bool {
    let name = lower(name.trim());
    FILE.lines().filter(|line| !line.starts_with('#')).any(|line| line.trim() == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_hosts_are_known() {
        assert!(is_aggregator("Inkl"));
        assert!(is_aggregator("news.yahoo.com"));
        assert!(!is_aggregator("The Guardian"));
        assert!(!is_aggregator(""));
    }
}
