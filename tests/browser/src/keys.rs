//! A visitor who has a keyboard and nothing else.

use crate::page::{Checker, DOWN, ENTER, SPACE, Screen, TAB};
use serde_json::json;

/// Keys for a checker.
#[derive(Clone, Copy)]
pub struct Keys<'a> {
    /// The checker.
    pub checker: &'a Checker,
    /// Looks at the focus wherever it comes to rest.
    pub look: fn(&Checker),
}

impl Keys<'_> {
    /// Has an element that fits the focus?
    pub fn is_on(self, css: &str) -> bool {
        let script = "return !!document.activeElement && document.activeElement.matches(arguments[0])";
        self.checker.session.script(script, &[json!(css)]) == json!(true)
    }

    /// Presses Tab until an element that fits has the focus; with Shift if that is `backwards`.
    ///
    /// # Panics
    ///
    /// Panics if Tab does not reach one.
    pub fn go_to(self, css: &str, backwards: bool) {
        for _ in 0..200 {
            if self.is_on(css) {
                return (self.look)(self.checker);
            }
            self.checker.session.key_again(TAB, 1, backwards);
        }
        panic!("{:?}: Tab does not reach {css}", self.checker.session.engine);
    }

    /// Answers the question shown and goes on, to the heading of the next screen.
    ///
    /// # Panics
    ///
    /// Panics if another question is shown, or if the keys do not choose.
    pub fn answer(self, question: &str, values: &[&str]) {
        let Self { checker, look } = self;
        let before = Screen::Question(question.to_owned());
        assert_eq!(checker.screen(), before);
        let one = checker.session.count(&format!("#app input[type=radio][name='{question}']")) > 0;
        if one {
            let [value] = values else { panic!("{question} takes one answer") };
            self.go_to(&format!("input[name='{question}']"), false);
            if checker.chosen().is_empty() {
                checker.session.key(SPACE);
            }
            let wanted = format!("input[name='{question}'][value='{value}']");
            for _ in 0..30 {
                if self.is_on(&wanted) {
                    break;
                }
                checker.session.key(DOWN);
            }
            assert_eq!(checker.chosen(), [*value], "{question}: arrows choose");
            look(checker);
            checker.session.key(ENTER);
        } else {
            for value in values {
                self.go_to(&format!("input[name='{question}'][value='{value}']"), false);
                checker.session.key(SPACE);
            }
            self.go_to("form[data-question] button[type=submit]", false);
            checker.session.key(SPACE);
        }
        checker.wait_for_other_screen(&before);
        checker.wait_for_focus("heading");
    }
}
