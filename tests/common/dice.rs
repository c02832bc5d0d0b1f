//! A small generator of numbers for tests and benchmarks: what it gives must be the same every time.

/// Its state, which must not be 0.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).expect("usize is wide enough") % sides
    }

    /// A place among weights, each as often as it weighs.
    pub fn of(&mut self, weights: &[usize]) -> usize {
        let mut at = self.roll(weights.iter().sum());
        weights.iter().position(|weight| at.checked_sub(*weight).map(|rest| at = rest).is_none()).unwrap_or(0)
    }
}
