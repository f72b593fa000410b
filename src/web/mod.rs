//! The browser border: what crosses to TypeScript. The only place that names wasm-bindgen, js-sys, web-sys.

pub mod snapshot;
