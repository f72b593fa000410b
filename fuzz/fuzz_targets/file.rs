//! A file's bytes, as the command line reads them: unpacked, decoded, HTML or text.
#![no_main]

use plainread::article::write;
use plainread::json;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(Ok(article)) = plainread::native::read_bytes(bytes.to_vec()).map(|reading| reading.article) {
        write::markdown(&article);
        write::plain(&article.blocks);
        json::pretty(&write::json(&article));
    }
});
