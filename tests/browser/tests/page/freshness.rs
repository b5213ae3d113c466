//! A page that nobody has checked for too long says so, and no longer says that section 117 does not apply.
//!
//! Only Chromium lets a test set the clock before the page starts. What the page makes of a date is the same in all.

use browser_tests::{
    engine::Engine,
    page::Checker,
    server::Server,
    session::Session,
    visitors::{AT_HOME, Claim, ONLY_OTHER_KINDS, Visitor},
};

/// The result of a visitor on a day: its claims, and how fresh the page says that it is.
fn result_on(day: &str, visitor: &Visitor) -> (Vec<(String, String)>, String) {
    let session = Session::start(Engine::Chromium);
    session.set_day(day);
    let checker = Checker::open_in(session, Server::start());
    checker.go_to_result(visitor.told);
    let look = "return document.querySelector('[data-freshness]')?.dataset.freshness ?? 'current'";
    let freshness = checker.session.script(look, &[]).as_str().unwrap_or_default().to_owned();
    (checker.claims(), freshness)
}

#[track_caller]
fn expect(day: &str, visitor: &Visitor, claims: &[Claim], freshness: &str) {
    let claims: Vec<_> = claims.iter().map(|(id, strength)| ((*id).into(), (*strength).into())).collect();
    assert_eq!(result_on(day, visitor), (claims, freshness.into()), "{} on {day}", visitor.name);
}

#[test]
fn chromium_says_when_a_check_is_due_or_long_overdue() {
    expect("2027-02-22", &AT_HOME, AT_HOME.claims, "current");
    expect("2027-02-23", &AT_HOME, AT_HOME.claims, "review-due");
    expect("2027-11-23", &AT_HOME, AT_HOME.claims, "stale");
    // A clock that is wrong by years is not believed.
    expect("2001-01-01", &AT_HOME, AT_HOME.claims, "current");
}

#[test]
fn chromium_withholds_s0_when_long_overdue() {
    expect("2027-11-22", &ONLY_OTHER_KINDS, &[("ELIG-11", "S0")], "review-due");
    expect("2027-11-23", &ONLY_OTHER_KINDS, &[("ELIG-11", "S4")], "stale");
}
