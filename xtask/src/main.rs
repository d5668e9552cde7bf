//! `cargo run -p xtask -- build` makes the npm package, `… release` makes the package to publish,
//! and `… bench` makes a module for benches/.
//!
//! The steps: compile the crate to WebAssembly, bind it to JavaScript, optimize it, add the
//! hand-written files and check the sizes. Settings and size budgets are in wasm-pack.toml.
//! wasm-bindgen is linked as a library, so its version always agrees with that of the compiled
//! crate.

mod config;
mod lock;
mod package;
mod size;
mod stamp;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail, ensure};

use config::Config;

/// The folder of the module before it is packed.
const WORK: &str = "target/xtask";

const USAGE: &str = "usage: cargo run -p xtask -- build|package|release|bench";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["build"] => build(&root(), Standard::of_toolchain(&root())),
        ["package"] => package(&root()),
        ["release"] => build(&root(), Standard::FromSource),
        ["bench"] => bench(&root()),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Returns the root of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask/ lies in the repository").to_owned()
}

/// The source of Rust's standard library.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standard {
    /// The library that comes with the toolchain.
    AsInstalled,
    /// The library compiled together with the crate, with the settings of `[release]`.
    FromSource,
}

impl Standard {
    /// Returns how the module is built for tests and for the site: like a release, if the toolchain
    /// has the source.
    fn of_toolchain(root: &Path) -> Self {
        let sysroot = Command::new("rustc").args(["--print", "sysroot"]).current_dir(root).output();
        let sysroot = sysroot.ok().and_then(|output| String::from_utf8(output.stdout).ok()).unwrap_or_default();
        let source = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.lock");
        if source.is_file() { Standard::FromSource } else { Standard::AsInstalled }
    }
}

/// Makes the package, unless it is up to date.
fn build(root: &Path, standard: Standard) -> Result<()> {
    let config = config::read(root)?;
    lock::check(root, &config.build.manifest)?;
    let tool = root.join(&config.optimize.tool);
    ensure!(tool.is_file(), "{} is missing: run `npm ci --ignore-scripts` first", config.optimize.tool.display());

    let compiled = compile(root, &config, standard, &[])?;
    let out = root.join(&config.build.out);
    let stamp = stamp::of(root, &config, &compiled)?;
    if stamp::matches(root, &out, &stamp) {
        println!("{} is up to date.", config.build.out.display());
        return Ok(());
    }

    stamp::forget(root);
    let work = root.join(WORK);
    println!("Binding the module to JavaScript");
    package::bind(&compiled, config.build.bindings, &work)?;
    println!("Optimising it (up to a minute)");
    optimise(root, &config, &work)?;
    println!("Putting {} together", config.build.out.display());
    package::assemble(root, &config, &work, &out)?;
    match standard {
        Standard::FromSource => size::check(root, &out, &config)?,
        Standard::AsInstalled => {
            size::print(root, &out)?;
            println!(
                "The module is larger than it need be, and no size was checked: run `rustup component add rust-src`."
            );
        }
    }
    stamp::write(root, &stamp)
}

/// Assembles the package again around the module of the last build, after a change that affects
/// only js/.
fn package(root: &Path) -> Result<()> {
    let config = config::read(root)?;
    let work = root.join(WORK);
    ensure!(work.join(package::OPTIMISED).is_file(), "there is no module yet: run `npm run build` first");
    let out = root.join(&config.build.out);
    package::assemble(root, &config, &work, &out)?;
    match Standard::of_toolchain(root) {
        Standard::FromSource => size::check(root, &out, &config),
        Standard::AsInstalled => size::print(root, &out).map(drop),
    }
}

/// Makes the module with the functions for benchmarks, and its glue, in target/bench/. Apart from
/// this feature, it is the package's module.
fn bench(root: &Path) -> Result<()> {
    let config = config::read(root)?;
    let compiled = compile(root, &config, Standard::of_toolchain(root), &["--features", "bench"])?;
    let work = root.join("target/bench");
    package::bind(&compiled, config.build.bindings, &work)?;
    println!("Optimising it (up to a minute)");
    optimise(root, &config, &work)
}

/// Compiles the crate and returns the path of the module.
fn compile(root: &Path, config: &Config, standard: Standard, arguments: &[&str]) -> Result<PathBuf> {
    println!("Compiling the crate for {} (minutes the first time)", config.build.target);
    let target_dir = root.join("target");
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root).args(["build", "--quiet", "--locked", "--release", "--manifest-path"]);
    cargo.arg(&config.build.manifest).arg("--target").arg(&config.build.target).arg("--target-dir").arg(&target_dir);
    let mut flags = without_paths(root);
    let missing = match standard {
        Standard::AsInstalled => {
            format!("If rustc cannot find `std` for this target, run `rustup target add {}`", config.build.target)
        }
        Standard::FromSource => {
            // This allows unstable options of cargo and rustc. It is safe because the project pins
            // the toolchain.
            cargo.env("RUSTC_BOOTSTRAP", "1").args(&config.release.cargo);
            flags.extend(config.release.rustflags.iter().cloned());
            "If the source of `std` is missing, run `rustup component add rust-src`".to_owned()
        }
    };
    cargo.arg("--config").arg(format!("target.{}.rustflags={flags:?}", config.build.target));
    cargo.args(arguments);
    run(&mut cargo).with_context(|| format!("The crate did not compile. {missing}"))?;
    Ok(target_dir.join(&config.build.target).join("release/unchaff_wasm.wasm"))
}

/// Returns flags of rustc that remove the paths of this machine from the module, where panics would
/// mention them.
fn without_paths(root: &Path) -> Vec<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(Path::new(&std::env::var_os("HOME")?).join(".cargo")));
    let crates = home.map(|home| home.join("registry/src"));
    [Some(root.to_owned()), crates]
        .into_iter()
        .flatten()
        .map(|path| format!("--remap-path-prefix={}=.", path.display()))
        .collect()
}

/// Runs wasm-opt on the bound module.
fn optimise(root: &Path, config: &Config, work: &Path) -> Result<()> {
    let mut node = Command::new("node");
    node.arg(root.join(&config.optimize.tool)).args(&config.optimize.flags);
    node.arg(work.join(package::BOUND)).arg("--output").arg(work.join(package::OPTIMISED));
    run(&mut node).context("wasm-opt failed. Does `node --version` say 20.19 or later, and did `npm ci` pass?")
}

/// Runs a command to its end. Its output goes to the terminal.
fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("{name} cannot be started: is it on the PATH?"))?;
    if !status.success() {
        bail!("{name} ended with {status}");
    }
    Ok(())
}
