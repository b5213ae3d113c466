//! Which days the dates of F-DATES can be. A day that cannot be is most likely a slip of the finger.

use super::{super::date::Date, DateKind};

/// The day on which the Mental Health Act 1983 began (s.149(2)). Before it there was no section 117.
pub const ACT_BEGAN: Date = Date::new(1983, 9, 30);

/// So many years away, a day of leaving hospital is a wrong year.
const LEAVING_WITHIN_YEARS: u16 = 5;

/// Why a day cannot be the one that is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Implausible {
    /// It is before the Act began.
    BeforeTheAct,
    /// It is still to come, and what is asked for has happened.
    StillToCome,
    /// It is years away from now.
    FarOff,
}

impl DateKind {
    /// Can this day be the one that is asked for?
    pub fn check(self, date: Date, today: Date) -> Result<(), Implausible> {
        if date < ACT_BEGAN {
            return Err(Implausible::BeforeTheAct);
        }
        match self {
            Self::Decision | Self::FoundOut | Self::Complaint if date > today => {
                Err(Implausible::StillToCome)
            }
            Self::Leaving
                if date > today.years_later(LEAVING_WITHIN_YEARS)
                    || today > date.years_later(LEAVING_WITHIN_YEARS) =>
            {
                Err(Implausible::FarOff)
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_date_has_its_days() {
        use DateKind::*;
        use Implausible::*;
        let today = Date::new(2026, 12, 1);
        for (kind, text, expected) in [
            (Decision, "2026-12-01", Ok(())),
            (Decision, "2026-12-02", Err(StillToCome)),
            (FoundOut, "2026-12-02", Err(StillToCome)),
            (Complaint, "2062-11-30", Err(StillToCome)),
            (Decision, "1983-09-30", Ok(())),
            (Decision, "1983-09-29", Err(BeforeTheAct)),
            (Leaving, "1983-09-29", Err(BeforeTheAct)),
            (Leaving, "2026-12-02", Ok(())),
            (Leaving, "2031-12-01", Ok(())),
            (Leaving, "2031-12-02", Err(FarOff)),
            (Leaving, "2026-11-30", Ok(())),
            (Leaving, "2021-12-01", Ok(())),
            (Leaving, "2021-11-30", Err(FarOff)),
        ] {
            let date = Date::parse(text).expect(text);
            assert_eq!(kind.check(date, today), expected, "{kind:?} {text}");
        }
    }
}
