//! `cargo xtask <command>`: everything the project does besides compiling itself.

fn main() {
    println!("cargo xtask build | run | test | bench");
}
