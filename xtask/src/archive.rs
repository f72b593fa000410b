//! Files -> a zip that is the same to the byte wherever and whenever it is made.
//!
//! Entries are sorted by name, carry one fixed time and one mode, and no field that tells of the machine.

use anyhow::Result;
use std::fs;
use std::io::Cursor;
use std::io::Write;
use std::path::Path;
use zip::CompressionMethod;
use zip::DateTime;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Readable by all, as an unpacked file is.
const MODE: u32 = 0o644;

/// Levels above 9 are Zopfli's, one more for each of its rounds; 15 rounds are what it does by itself.
const ZOPFLI: i64 = 9 + 15;

/// One file of an archive.
pub struct Entry {
    /// Path inside, with `/`.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Packs the entries, in whatever order they come.
pub fn pack(mut entries: Vec<Entry>) -> Result<Vec<u8>> {
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // Deflated by Zopfli, which spends seconds on what others do at once and leaves a twentieth less. A file is seen
    // whole, not by pieces. The first time a zip can tell: 1 January 1980.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(ZOPFLI))
        .with_zopfli_buffer(None)
        .last_modified_time(DateTime::default())
        .unix_permissions(MODE);
    for entry in &entries {
        zip.start_file(entry.name.as_str(), options)?;
        zip.write_all(&entry.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Every file below a folder, with its path from there.
pub fn folder(root: &Path) -> Result<Vec<Entry>> {
    let mut out = Vec::new();
    let mut waiting = vec![root.to_owned()];
    while let Some(next) = waiting.pop() {
        for file in fs::read_dir(&next)? {
            let path = file?.path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
                out.push(Entry { name, bytes: fs::read(&path)? });
            }
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn entry(name: &str, text: &str) -> Entry {
        Entry { name: name.to_owned(), bytes: text.into() }
    }

    #[test]
    fn the_order_of_files_changes_nothing() {
        let one = pack(vec![entry("b/c.js", "2"), entry("a.json", "1")]).unwrap();
        let other = pack(vec![entry("a.json", "1"), entry("b/c.js", "2")]).unwrap();
        assert_eq!(one, other);
    }

    #[test]
    fn what_goes_in_comes_out_without_marks_of_the_machine() {
        let packed = pack(vec![entry("b/c.js", "two"), entry("a.json", "one")]).unwrap();
        let mut zip = zip::ZipArchive::new(Cursor::new(packed)).unwrap();
        assert_eq!(zip.file_names().collect::<Vec<_>>(), ["a.json", "b/c.js"]);
        for (at, wanted) in ["one", "two"].into_iter().enumerate() {
            let mut file = zip.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            assert_eq!(text, wanted);
            assert_eq!(file.last_modified(), Some(DateTime::default()));
            assert!(file.extra_data().unwrap_or_default().is_empty());
        }
    }
}
