//! Measures how time and memory grow with the page, for each shape in `tests/shapes.json`.
//!
//! ```text
//! cargo run --release --example growth
//! cargo run --release --example growth -- --way explain --most 1048576 footnotes
//! cargo run --example growth -- --print 65536 footnotes
//! ```
//!
//! The sizes double from 64 KB to 4 MB. Each page is cleaned in a separate process, which reports
//! its processor time and its peak memory. The exponent is the slope of the time over the size on
//! logarithmic scales: 1 is linear. There is one line for each shape, the steepest last. The exit
//! status is 1 if an exponent is above 1.15. Linux only. `--print` writes the page of a shape for
//! `benches/shapes.js`, which measures the module in the same way.

#[path = "../tests/support/shapes.rs"]
mod shapes;

use shapes::{Shape, shapes};
use std::process::{Command, ExitCode};
use unchaff::{Article, InputType, Options, SummaryOptions};

const LEAST: usize = 64 * 1024;
const MOST: usize = 4 * 1024 * 1024;
const WANTED: f64 = 1.15;
/// Maximum number of repetitions for a shape that looks too steep.
const REPETITIONS: usize = 4;
/// Shorter runs depend more on the machine than on the code.
const SHORTEST_SECONDS: f64 = 0.004;

/// The possible operations on a page.
const WAYS: &[&str] = &["clean", "whole", "explain", "corrected", "text", "join", "summarize", "keywords", "readable"];

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut option = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.remove(at);
        Some(arguments.remove(at))
    };
    let way = option("--way").unwrap_or_else(|| "clean".into());
    let mut bytes = |name: &str| option(name).map(|bytes| bytes.parse::<usize>().expect("a number of bytes"));
    let (most, one, print) = (bytes("--most").unwrap_or(MOST), bytes("--one"), bytes("--print"));
    assert!(WAYS.contains(&way.as_str()), "the ways are {WAYS:?}");
    let wanted = |shape: &Shape| arguments.is_empty() || arguments.contains(&shape.name);
    let shapes: Vec<Shape> = shapes().into_iter().filter(wanted).collect();
    if let Some(bytes) = print {
        print!("{}", shapes[0].page(bytes));
        return ExitCode::SUCCESS;
    }
    if let Some(bytes) = one {
        measure(&shapes[0], &way, bytes);
        return ExitCode::SUCCESS;
    }
    report(&shapes, &way, most)
}

/// Cleans one page. Prints the seconds that it took, and the bytes of memory that were added.
fn measure(shape: &Shape, way: &str, bytes: usize) {
    let page = shape.page(bytes);
    let (before, memory) = (seconds(), peak_memory());
    let written = run(&page, shape, way);
    println!("{} {} {} {written}", page.len(), seconds() - before, peak_memory() - memory);
}

fn run(page: &str, shape: &Shape, way: &str) -> usize {
    let input_type = if shape.is_text() || way == "text" { InputType::Text } else { InputType::Html };
    let options = Options::new()
        .url("https://site.example/news/story.html")
        .input_type(input_type)
        .json_ld(true)
        .whole(way == "whole")
        .explain(way == "explain")
        .keep(if way == "corrected" { vec![0] } else { Vec::new() });
    match way {
        "summarize" => unchaff::summarize(page, &SummaryOptions::new()).map_or(0, |summary| summary.len()),
        "keywords" => unchaff::keywords(page, Some("The ferry"), None).len(),
        "readable" => usize::from(unchaff::probably_readable(page)),
        "join" => {
            let pages: Vec<Article> = (0..3).filter_map(|_| unchaff::clean(page, &options).ok()).collect();
            unchaff::join(pages, &options).map_or(0, written)
        }
        _ => unchaff::clean(page, &options).map_or(0, written),
    }
}

/// Returns the length of the longer rendering in bytes.
fn written(article: Article) -> usize {
    let links: usize = article.links().iter().map(|link| link.text.len()).sum();
    article.html().len().max(article.markdown().len()).max(article.text.len()).max(links)
}

/// Returns the processor time of this process.
fn seconds() -> f64 {
    let statistics = std::fs::read_to_string("/proc/self/schedstat").expect("Linux");
    statistics.split(' ').next().and_then(|ns| ns.parse::<f64>().ok()).expect("nanoseconds") / 1e9
}

fn peak_memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("the peak");
    1024 * line.split_whitespace().nth(1).and_then(|kb| kb.parse::<usize>().ok()).expect("kilobytes")
}

#[derive(Debug)]
struct Measured {
    bytes: f64,
    seconds: f64,
    memory: f64,
    written: f64,
}

fn measured(shape: &Shape, way: &str, bytes: usize) -> Measured {
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program)
        .args(["--way", way, "--one", &bytes.to_string(), &shape.name])
        .output()
        .expect("this program can be run");
    let text = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<f64> = text.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    let [bytes, seconds, memory, written] = numbers[..] else {
        panic!("{} of {bytes} bytes: {}", shape.name, String::from_utf8_lossy(&output.stderr))
    };
    Measured { bytes, seconds, memory, written }
}

fn report(shapes: &[Shape], way: &str, most: usize) -> ExitCode {
    let mut ok = true;
    let mut lines = Vec::new();
    for shape in shapes {
        let sizes = std::iter::successors(Some(LEAST), |size| Some(size * 2)).take_while(|&size| size <= most);
        let mut points: Vec<Measured> = sizes.map(|size| measured(shape, way, size)).collect();
        // Other work on the machine can only increase the time. So a shape that looks too steep is
        // measured again, and the shorter time counts.
        for _ in 0..REPETITIONS {
            if exponent(&points) > WANTED {
                for point in &mut points {
                    point.seconds = point.seconds.min(measured(shape, way, point.bytes as usize).seconds);
                }
            }
        }
        let exponent = exponent(&points);
        let last = &points[points.len() - 1];
        // All pages of the process count, including memory that the allocator keeps.
        let memory = points.iter().map(|point| (point.memory - 16e6) / point.bytes).fold(0.0, f64::max);
        let written = points.iter().map(|point| point.written / point.bytes).fold(0.0, f64::max);
        ok &= exponent <= WANTED;
        lines.push((
            exponent,
            format!(
                "{exponent:5.2} {:7.3} s {:6.1} MB {memory:5.1} x memory {written:5.1} x output  {}",
                last.seconds,
                last.memory / 1e6,
                shape.name
            ),
        ));
        eprintln!("{}", lines[lines.len() - 1].1);
    }
    lines.sort_by(|a, b| a.0.total_cmp(&b.0));
    println!("exponent, seconds and memory at the largest, memory past 16 MB and output as multiples of the input");
    lines.iter().for_each(|(_, line)| println!("{line}"));
    if ok { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Returns the larger of two slopes: over all sizes, and over the last three. Above
/// [`unchaff::limits::MAX_LEARNED_BLOCKS`] blocks, rules judge the page, which is faster. A single
/// slope across that step could hide a steep one.
fn exponent(points: &[Measured]) -> f64 {
    let points: Vec<(f64, f64)> = points
        .iter()
        .filter(|point| point.seconds > SHORTEST_SECONDS)
        .map(|point| (point.bytes.ln(), point.seconds.ln()))
        .collect();
    slope(&points).max(slope(&points[points.len().saturating_sub(3)..]))
}

/// Returns the slope by least squares, or 0 for fewer than three points.
fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.len() as f64;
    let (x, y) = points.iter().fold((0.0, 0.0), |(x, y), point| (x + point.0 / count, y + point.1 / count));
    let (above, below) = points.iter().fold((0.0, 0.0), |(above, below), point| {
        (above + (point.0 - x) * (point.1 - y), below + (point.0 - x) * (point.0 - x))
    });
    if points.len() < 3 { 0.0 } else { above / below }
}
