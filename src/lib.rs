//! A checker for section 117 aftercare: who is entitled, who provides and pays, what to do.
//!
//! One way down, and nothing looks up: [`law`] decides, [`words`] says it, `view` draws it.
#![forbid(unsafe_code)]

pub mod law;
#[cfg(feature = "view")]
pub mod view;
pub mod words;

/// The same numbers each time, spread well enough to make cases of.
#[cfg(test)]
struct Numbers(u32);

#[cfg(test)]
impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % limit
    }
}
