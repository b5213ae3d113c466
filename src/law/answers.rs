//! Sets of answers to one question, as bits.

/// A set of answers to one question. Bit *n* stands for the answer with code *n*.
///
/// A question with one answer: code *n* is its *n*-th value, and the code after the last value is
/// "not sure". A tick-all question: the code is itself a bit per tick, with "not sure" as the bit
/// after the last tick; code 0 is "none of these". At most 128 codes, so a question has at most six
/// ticks beside "not sure".
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Debug)]
pub struct Answers(u128);

/// For each tick, the codes in which its bit is set. Worked out once: rules read it all the time.
const WITH_TICK: [u128; 7] = {
    let mut sets = [0; 7];
    let mut code = 0;
    while code < 128 {
        let mut tick = 0;
        while tick < 7 {
            if code >> tick & 1 == 1 {
                sets[tick] |= 1 << code;
            }
            tick += 1;
        }
        code += 1;
    }
    sets
};

impl Answers {
    /// No answer: nothing has been said yet.
    pub const NONE: Self = Self(0);

    /// The set that holds the one answer with this code.
    pub const fn only(code: u8) -> Self {
        Self(1 << code)
    }

    /// The set of the first `count` codes.
    pub const fn first(count: u32) -> Self {
        Self(if count >= 128 { u128::MAX } else { (1 << count) - 1 })
    }

    /// Among the codes of a tick-all question: those in which bit `tick` (0 to 6) is set.
    pub const fn with_tick(tick: u8) -> Self {
        Self(WITH_TICK[tick as usize])
    }

    /// Among the codes of a tick-all question: those in which all of these bits are set.
    pub const fn holding(ticks: u8) -> Self {
        let mut set = Self(u128::MAX);
        let mut tick = 0;
        while tick < 7 {
            if ticks >> tick & 1 == 1 {
                set = set.and(Self::with_tick(tick));
            }
            tick += 1;
        }
        set
    }

    /// The set with these bits.
    pub const fn of_bits(bits: u128) -> Self {
        Self(bits)
    }

    /// Its bits.
    pub const fn bits(self) -> u128 {
        self.0
    }

    /// Is nothing in the set?
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many answers are in the set.
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// The answers in both sets.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The answers in either set.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The answers of this set that are not in the other.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Is every answer of this set in the other?
    pub const fn within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// The code of the only answer in the set, if there is exactly one.
    pub const fn single(self) -> Option<u8> {
        if self.0.count_ones() == 1 { Some(self.0.trailing_zeros() as u8) } else { None }
    }

    /// The codes in the set, lowest first.
    pub fn codes(self) -> impl Iterator<Item = u8> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            if rest == 0 {
                return None;
            }
            let code = rest.trailing_zeros() as u8;
            rest &= rest - 1;
            Some(code)
        })
    }
}
