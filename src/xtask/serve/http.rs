//! A static file server, just enough to try dist: GET and HEAD, one request a connection.
//!
//! A request can only name a file that a walk over the folder found: paths are compared as text and never joined to the folder, so
//! no spelling of `..` leads out of it.

use crate::files;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A request line and its headers are never longer than this.
const REQUEST_LIMIT: u64 = 16 * 1024;

/// Answers requests until the program ends.
pub fn serve(listener: &TcpListener, root: &Path) {
    for stream in listener.incoming().flatten() {
        let root = root.to_path_buf();
        std::thread::spawn(move || {
            // A browser that goes away in the middle of an answer is its own business.
            let _ = answer(stream, &root);
        });
    }
}

fn answer(mut stream: TcpStream, root: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let request = read_head(&stream)?;
    stream.write_all(&respond(&request, root))
}

/// The request line; the headers after it are read and dropped, since nothing depends on them.
fn read_head(stream: &TcpStream) -> std::io::Result<String> {
    let mut lines = BufReader::new(stream.take(REQUEST_LIMIT)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    Ok(request)
}

fn respond(request: &str, root: &Path) -> Vec<u8> {
    let mut words = request.split(' ');
    let method = words.next().unwrap_or_default();
    let target = words.next().unwrap_or_default();
    if method != "GET" && method != "HEAD" {
        return text("405 Method Not Allowed", "GET only");
    }
    let path = target.split(['?', '#']).next().unwrap_or_default();
    if path == "/" {
        return redirect("/demo/");
    }
    if let Some(folder) = path.strip_suffix('/') {
        return page(method, &format!("{folder}/index.html"), root);
    }
    page(method, path, root)
}

fn page(method: &str, path: &str, root: &Path) -> Vec<u8> {
    let Some((name, file)) = find(path, root) else {
        return text("404 Not Found", "not found");
    };
    let Ok(body) = files::read(&file) else {
        return text("404 Not Found", "not found");
    };
    // Hashed names never change their content; all other names may, at the next build.
    let cache = if name.starts_with("assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut response = head("200 OK", mime(&name), body.len(), cache);
    if method == "GET" {
        response.extend(body);
    }
    response
}

/// The file of dist that a path names, with its name in dist.
fn find(path: &str, root: &Path) -> Option<(String, PathBuf)> {
    let wanted = path.strip_prefix('/')?;
    files::below(root).ok()?.into_iter().find_map(|file| {
        let name = file.strip_prefix(root).ok()?.to_string_lossy();
        let name = name.replace('\\', "/");
        (name == wanted).then_some((name, file))
    })
}

fn redirect(to: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 302 Found\r\nlocation: {to}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
    )
    .into_bytes()
}

fn text(status: &str, body: &str) -> Vec<u8> {
    let mut response = head(status, "text/plain; charset=utf-8", body.len(), "no-store");
    response.extend(body.as_bytes());
    response
}

fn head(status: &str, mime: &str, length: usize, cache: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 {status}\r\ncontent-type: {mime}\r\ncontent-length: {length}\r\ncache-control: {cache}\r\n\
         x-content-type-options: nosniff\r\nconnection: close\r\n\r\n"
    )
    .into_bytes()
}

fn mime(name: &str) -> &'static str {
    let kind = name.rsplit('.').next().unwrap_or_default();
    match kind {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Result;

    /// A folder with a secret beside it, and what the server answers.
    struct Site(PathBuf);

    impl Site {
        fn new(name: &str) -> Result<Self> {
            let base = std::env::temp_dir().join(format!("gca-{name}-{}", std::process::id()));
            files::write(&base.join("secret.txt"), b"secret")?;
            for name in ["assets/a.wasm", "demo/index.html", "gca-assessment.js"] {
                files::write(&base.join("dist").join(name), b"content")?;
            }
            Ok(Site(base))
        }

        fn get(&self, request: &str) -> String {
            let response = respond(request, &self.0.join("dist"));
            String::from_utf8_lossy(&response).into_owned()
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn files_come_with_type_length_and_caching() -> Result<()> {
        let site = Site::new("types")?;
        let rows = [
            ("/assets/a.wasm", "application/wasm", "immutable"),
            ("/demo/", "text/html; charset=utf-8", "no-cache"),
            (
                "/demo/index.html?x=1",
                "text/html; charset=utf-8",
                "no-cache",
            ),
            (
                "/gca-assessment.js",
                "text/javascript; charset=utf-8",
                "no-cache",
            ),
        ];
        for (path, mime, cache) in rows {
            let response = site.get(&format!("GET {path} HTTP/1.1"));
            assert!(response.starts_with("HTTP/1.1 200"), "{path}");
            assert!(
                response.contains(&format!("content-type: {mime}\r\n")),
                "{path}"
            );
            assert!(response.contains("content-length: 7\r\n"), "{path}");
            assert!(response.contains(cache), "{path}");
            assert!(response.ends_with("\r\n\r\ncontent"), "{path}");
        }
        let head = site.get("HEAD /gca-assessment.js HTTP/1.1");
        assert!(head.contains("content-length: 7") && head.ends_with("\r\n\r\n"));
        Ok(())
    }

    #[test]
    fn no_path_leads_out_of_the_folder() -> Result<()> {
        let site = Site::new("traversal")?;
        let absolute = site.0.join("secret.txt").display().to_string();
        let paths = [
            "/../secret.txt",
            "/demo/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/..\\secret.txt",
            "//../secret.txt",
            "/./../secret.txt",
            "/demo/..",
            "../secret.txt",
            "secret.txt",
            &absolute,
            &format!("/{absolute}"),
            &format!("file://{absolute}"),
            "",
        ];
        for path in paths {
            let response = site.get(&format!("GET {path} HTTP/1.1"));
            assert!(response.starts_with("HTTP/1.1 404"), "{path}: {response}");
            assert!(!response.contains("secret"), "{path}");
        }
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn links_out_of_the_folder_are_not_followed() -> Result<()> {
        let site = Site::new("links")?;
        std::os::unix::fs::symlink(site.0.join("secret.txt"), site.0.join("dist/link.txt"))?;
        std::os::unix::fs::symlink(&site.0, site.0.join("dist/up"))?;
        for path in ["/link.txt", "/up/secret.txt"] {
            assert!(site
                .get(&format!("GET {path} HTTP/1.1"))
                .starts_with("HTTP/1.1 404"));
        }
        Ok(())
    }

    #[test]
    fn other_methods_are_refused() -> Result<()> {
        let site = Site::new("methods")?;
        for request in ["POST /demo/ HTTP/1.1", "", "\r\n", "DELETE"] {
            assert!(site.get(request).starts_with("HTTP/1.1 405"), "{request}");
        }
        Ok(())
    }
}
