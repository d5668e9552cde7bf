//! The part of a model file that has not been read yet. All numbers in the file are little-endian.

/// The unread rest of a file.
pub(super) struct ModelReader<'a>(&'a [u8]);

impl<'a> ModelReader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> ModelReader<'a> {
        ModelReader(bytes)
    }

    pub(super) fn rest(&self) -> &'a [u8] {
        self.0
    }

    /// Returns the next bytes, or `None` if fewer are left.
    pub(super) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    pub(super) fn u8(&mut self) -> Option<u8> {
        self.array::<1>().map(|[byte]| byte)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    pub(super) fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }

    pub(super) fn f32(&mut self) -> Option<f32> {
        self.array().map(f32::from_le_bytes)
    }

    /// Reads a bfloat16: the upper half of an `f32`.
    pub(super) fn b16(&mut self) -> Option<f32> {
        self.u16().map(|upper| f32::from_bits(u32::from(upper) << 16))
    }

    /// Reads `count` numbers. `one` reads a single number.
    pub(super) fn list<T>(&mut self, count: usize, one: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        (0..count).map(|_| one(self)).collect()
    }
}
