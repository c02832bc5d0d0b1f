//! What has been worked out before: answers that depend on a few numbers alone, kept for the next time these come up.
//!
//! A keystroke changes one fact of a draft, and most of a route does not turn on it. Nothing that is kept can change an answer: it is
//! found by everything it depends on. A memory has a fixed number of slots, and what is new takes the place of what was
//! there; so it cannot grow with the number of drafts.

use std::sync::{Arc, Mutex};

/// A part of what there is to remember, by the numbers on which it depends.
type Slot<T> = Option<(Box<[u32]>, Arc<T>)>;

/// A fixed number of answers.
#[derive(Debug)]
pub(crate) struct Memory<T> {
    most: usize,
    /// Empty until the first answer.
    slots: Mutex<Vec<Slot<T>>>,
}

impl<T> Memory<T> {
    pub(crate) const fn new(most: usize) -> Self {
        Self { most, slots: Mutex::new(Vec::new()) }
    }

    /// The answer for these numbers: remembered, or worked out now. Where another thread is at the slots, that is no
    /// reason to wait.
    pub(crate) fn get(&self, numbers: &[u32], work_out: &mut dyn FnMut() -> T) -> Arc<T> {
        let mut mixed: u64 = 0;
        for number in numbers {
            mixed = (mixed.rotate_left(5) ^ u64::from(*number)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
        let at = (mixed >> 32) as usize % self.most;
        if let Ok(slots) = self.slots.try_lock()
            && let Some(Some((known, answer))) = slots.get(at)
            && **known == *numbers
        {
            return Arc::clone(answer);
        }
        let answer = Arc::new(work_out());
        if let Ok(mut slots) = self.slots.try_lock() {
            if slots.is_empty() {
                slots.resize_with(self.most, || None);
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = Some((numbers.into(), Arc::clone(&answer)));
            }
        }
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::Memory;

    #[test]
    fn answers_are_worked_out_once_and_never_mistaken_for_each_other() {
        let memory: Memory<u32> = Memory::new(4);
        let mut worked = 0;
        for _ in 0..3 {
            let answer = memory.get(&[1, 2], &mut || {
                worked += 1;
                3
            });
            assert_eq!(*answer, 3);
        }
        assert_eq!(worked, 1);
        for number in 0..1000 {
            assert_eq!(*memory.get(&[number, 7], &mut || number), number);
        }
        assert_eq!(memory.slots.lock().map(|it| it.len()).ok(), Some(4));
    }
}
