//! Where things are. All paths start at the repository's root.

use std::path::Path;
use std::path::PathBuf;

/// The repository's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the root").to_owned()
}

/// `root/a/b` for "a/b".
pub fn at(path: &str) -> PathBuf {
    root().join(path)
}

/// Data and scorers that lie beside the repository on the project's own machines. None: not here.
pub fn shared() -> Option<PathBuf> {
    let beside = std::env::var_os("PLAINREAD_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    beside.join("eval").is_dir().then_some(beside)
}
