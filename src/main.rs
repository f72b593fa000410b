//! The command-line program.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("plainread");
}

#[cfg(target_arch = "wasm32")]
fn main() {}
