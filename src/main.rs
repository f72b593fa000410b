//! The command-line program: the same pipeline on files, without a browser.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    plainread::native::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
