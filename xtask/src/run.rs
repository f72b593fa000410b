//! `cargo xtask run`: the product on this machine, ready to try.

use crate::build;
use crate::paths::at;
use crate::tools;
use anyhow::Result;
use anyhow::anyhow;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Child;
use std::process::Command;
use std::time::Duration;
use tiny_http::Header;
use tiny_http::Request;
use tiny_http::Response;
use tiny_http::Server;

/// First port tried; the next nine follow where it is taken.
const PORT: u16 = 8817;

/// Builds, serves `dist/www`, opens Chromium with the extension where it is here. Ends with Ctrl+C.
pub fn run() -> Result<()> {
    build::build(build::Size::Quick)?;
    let (server, port) = serve()?;
    let url = format!("http://127.0.0.1:{port}/");
    println!("\nThe demo is at {url}\nThe extension lies in dist/chromium and dist/firefox.");
    if let Some(mut browser) = open(&url) {
        if ended(&mut browser) {
            println!("Chromium ended at once (it does so for root): open the address yourself.");
        }
    } else {
        println!("No Chromium (Debian: apt-get install chromium) or no display: open the address yourself.");
    }
    println!("Ctrl+C ends this.");
    for request in server.incoming_requests() {
        answer(request);
    }
    Ok(())
}

fn serve() -> Result<(Server, u16)> {
    (PORT..PORT + 10)
        .find_map(|port| Some((Server::http(("127.0.0.1", port)).ok()?, port)))
        .ok_or_else(|| anyhow!("ports {PORT} to {} are all taken", PORT + 9))
}

/// A profile of its own, so that the person's browser stays as it is. None: no Chromium, or nowhere to show it.
fn open(url: &str) -> Option<Child> {
    let shown = std::env::var_os("DISPLAY").is_some() || std::env::var_os("WAYLAND_DISPLAY").is_some();
    let program = tools::chromium().filter(|_| shown)?;
    let extension = at("dist/chromium");
    println!("Opening Chromium with the extension loaded: press its button on any page.");
    Command::new(program)
        .arg(format!("--user-data-dir={}", at("target/chromium-profile").display()))
        .arg(format!("--load-extension={}", extension.display()))
        .args(["--disable-features=DisableLoadExtensionCommandLineSwitch", "--no-first-run", url])
        .spawn()
        .ok()
}

/// Longer than a Chromium that cannot start lives.
const START: Duration = Duration::from_secs(2);

/// True where the browser is gone shortly after its start.
fn ended(browser: &mut Child) -> bool {
    std::thread::sleep(START);
    browser.try_wait().is_ok_and(|status| status.is_some_and(|status| !status.success()))
}

fn answer(request: Request) {
    let file = file_for(request.url());
    let sent = match file.and_then(|f| Some((fs::read(&f).ok()?, f))) {
        Some((bytes, file)) => request.respond(Response::from_data(bytes).with_header(content_type(&file))),
        None => request.respond(Response::from_string("not found").with_status_code(404)),
    };
    // A browser that went away before the answer is nobody's trouble.
    drop(sent);
}

/// None: outside of `dist/www`.
fn file_for(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let safe = !path.split('/').any(|part| part == "..");
    let path = if path.is_empty() { "index.html" } else { path };
    safe.then(|| at("dist/www").join(path))
}

fn content_type(file: &Path) -> Header {
    let kind = match file.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        _ => "text/plain; charset=utf-8",
    };
    Header::from_bytes("Content-Type", kind).expect("a valid header")
}
