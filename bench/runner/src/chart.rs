//! The measurements as a picture: a row of panels for each processor, a bar for each page, a line from least to most.

use crate::{
    measure::{MEASURES, Measure, Spread},
    report::Round,
};
use std::fmt::Write;

/// The measures worth a panel: sizes, and what a visitor waits for.
const PANELS: [&str; 6] = [
    "bytes over the wire",
    "first question visible",
    "first question answerable",
    "tap to next question, median",
    "opening to result",
    "memory after the visit",
];
const ACROSS: usize = 3;
const PANEL: f64 = 352.0;
const GAP: f64 = 24.0;
/// Room for the longest name.
const NAME: f64 = 132.0;
/// Room for the number after the longest bar.
const NUMBER: f64 = 64.0;
const LINE: f64 = 24.0;
const HEAD: f64 = 30.0;

/// How to read it.
const HOW: &str =
    "Shorter is better. A bar is the median of all runs; the line on it goes from the least to the most.";

/// Draws all rounds, under a title and a line that says what was measured where.
pub fn draw(title: &str, about: &str, rounds: &[Round]) -> String {
    let pages = rounds.first().map_or(0, |round| round.columns.len());
    let panel_height = HEAD + LINE * pages as f64 + GAP;
    let rows = PANELS.len().div_ceil(ACROSS) as f64;
    let round_height = HEAD + panel_height * rows;
    let (width, top) = (ACROSS as f64 * (PANEL + GAP) + GAP, 100.0);
    let height = top + round_height * rounds.len() as f64;
    let (title, about) = (escape(title), escape(about));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         font-family=\"system-ui, sans-serif\" font-size=\"13\" fill=\"#1c1c1c\">\n\
         <title>{title}</title>\n<desc>{about}</desc>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n\
         <text x=\"{GAP}\" y=\"32\" font-size=\"20\" font-weight=\"bold\">{title}</text>\n\
         <text x=\"{GAP}\" y=\"54\" fill=\"#555555\">{about}</text>\n\
         <text x=\"{GAP}\" y=\"73\" fill=\"#555555\">{HOW}</text>\n"
    );
    for (place, round) in rounds.iter().enumerate() {
        let y = top + round_height * place as f64;
        let _ = writeln!(
            svg,
            "<text x=\"{GAP}\" y=\"{}\" font-size=\"15\" font-weight=\"bold\">Processor slowed {} times</text>",
            y + 16.0,
            round.cpu
        );
        let measures = PANELS.iter().filter_map(|name| MEASURES.iter().find(|measure| measure.name == *name));
        for (place, measure) in measures.enumerate() {
            let x = GAP + (place % ACROSS) as f64 * (PANEL + GAP);
            panel(&mut svg, x, y + HEAD + (place / ACROSS) as f64 * panel_height, measure, round);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn panel(svg: &mut String, x: f64, y: f64, measure: &Measure, round: &Round) {
    let spreads: Vec<Spread> = round.columns.iter().map(|column| column.spread(measure.of)).collect();
    let longest = spreads.iter().map(|spread| spread.most).fold(0.0, f64::max);
    let scale = if longest > 0.0 { (PANEL - NAME - NUMBER) / longest } else { 0.0 };
    let _ = writeln!(svg, "<text x=\"{x}\" y=\"{}\" font-weight=\"bold\">{}</text>", y + 14.0, measure.name);
    for (place, (column, spread)) in round.columns.iter().zip(&spreads).enumerate() {
        let line = y + HEAD + LINE * place as f64;
        let (start, middle) = (x + NAME, line + 7.0);
        // The product's own bar stands out by more than its colour: its name is bold.
        let (colour, weight) = if column.id == "ours" { ("#3f9b6c", "bold") } else { ("#b3bcc6", "normal") };
        let _ = writeln!(
            svg,
            "<text x=\"{x}\" y=\"{}\" font-size=\"12\" font-weight=\"{weight}\">{}</text>",
            line + 11.0,
            escape(&column.name)
        );
        if spread.median.is_nan() {
            let _ = writeln!(svg, "<text x=\"{start}\" y=\"{}\" font-size=\"12\">–</text>", line + 11.0);
            continue;
        }
        let (at, long) = (|number: f64| start + number * scale, spread.median * scale);
        let _ = writeln!(
            svg,
            "<rect x=\"{start:.1}\" y=\"{line:.1}\" width=\"{long:.1}\" height=\"14\" fill=\"{colour}\"/>\
             <path d=\"M{0:.1} {middle:.1}H{1:.1}M{0:.1} {2:.1}v6M{1:.1} {2:.1}v6\" stroke=\"#1c1c1c\"/>\
             <text x=\"{3:.1}\" y=\"{4:.1}\" font-size=\"12\">{5}</text>",
            at(spread.least),
            at(spread.most),
            middle - 3.0,
            at(spread.most) + 6.0,
            line + 11.0,
            measure.unit.round(spread.median)
        );
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tests::round;

    #[test]
    fn every_panel_is_drawn_inside_the_picture_and_names_are_escaped() {
        let pages: &[(&'static str, &[f64])] = &[("ours", &[10.0, 30.0, 20.0]), ("empty", &[f64::NAN])];
        let svg = draw("A & B", "about", &[round(4, pages), round(6, pages)]);
        assert!(svg.contains("<title>A &amp; B</title>") && svg.contains("&lt;ours&gt;"));
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        // A bar for our page in each panel of each round; the empty page has a dash instead.
        assert_eq!(svg.matches("#3f9b6c").count(), PANELS.len() * 2);
        assert_eq!(svg.matches(">–<").count(), PANELS.len() * 2);
        for name in PANELS {
            assert_eq!(svg.matches(&format!(">{name}<")).count(), 2, "{name}");
        }
        let numbers = |attribute: &str| -> Vec<f64> {
            svg.split(&format!(" {attribute}=\""))
                .skip(1)
                .filter_map(|rest| rest.split('"').next()?.parse().ok())
                .collect()
        };
        let view: Vec<f64> = svg
            .split("viewBox=\"0 0 ")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .map(|sizes| sizes.split(' ').filter_map(|size| size.parse().ok()).collect())
            .expect("a view box");
        assert!(numbers("x").iter().all(|x| *x < view[0]) && numbers("y").iter().all(|y| *y < view[1]));
    }
}
