//! The generator of the weight draws: xoshiro256++ seeded through SplitMix64 (METHOD, section 9).
//!
//! Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2019. Whole-number
//! arithmetic only, so every platform draws the same.

/// A stream of numbers that its seed determines.
#[derive(Clone, Debug)]
pub(crate) struct Xoshiro {
    s0: u64,
    s1: u64,
    s2: u64,
    s3: u64,
}

impl Xoshiro {
    pub(crate) fn new(seed: u64) -> Self {
        let mut x = seed;
        let mut split_mix = || {
            x = x.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let z = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            z ^ (z >> 31)
        };
        Self {
            s0: split_mix(),
            s1: split_mix(),
            s2: split_mix(),
            s3: split_mix(),
        }
    }

    #[inline]
    pub(crate) fn next(&mut self) -> u64 {
        let result = self
            .s0
            .wrapping_add(self.s3)
            .rotate_left(23)
            .wrapping_add(self.s0);
        let t = self.s1 << 17;
        self.s2 ^= self.s0;
        self.s3 ^= self.s1;
        self.s1 ^= self.s2;
        self.s0 ^= self.s3;
        self.s2 ^= t;
        self.s3 = self.s3.rotate_left(45);
        result
    }

    /// A whole number of 53 bits; times [`Self::STEP`] it lies in [0, 1).
    #[inline]
    pub(crate) fn bits(&mut self) -> f64 {
        // Signed, the bits turn into a double by one instruction.
        (self.next() >> 11) as i64 as f64
    }

    /// 2^-53.
    pub(crate) const STEP: f64 = 1.0 / 9_007_199_254_740_992.0;
}

#[cfg(test)]
mod tests {
    use super::Xoshiro;

    #[test]
    fn published_stream_of_the_generator_comes_out() {
        let mut generator = Xoshiro {
            s0: 1,
            s1: 2,
            s2: 3,
            s3: 4,
        };
        let expected = [
            41_943_041,
            58_720_359,
            3_588_806_011_781_223,
            3_591_011_842_654_386,
            9_228_616_714_210_784_205,
        ];
        assert_eq!(expected.map(|_| generator.next()), expected);
    }

    #[test]
    fn default_seed_gives_the_state_and_stream_of_the_method() {
        let mut generator = Xoshiro::new(20_080_522);
        let Xoshiro { s0, s1, s2, s3 } = generator;
        let expected = [
            0x6646_329f_4280_9d66,
            0xcfd1_196e_7c93_993a,
            0x8066_92fb_dc32_b6dd,
            0x1ca8_f37a_d95e_a419,
        ];
        assert_eq!([s0, s1, s2, s3], expected);
        let expected = [
            8_310_304_870_716_544_249,
            3_662_025_346_061_701_742,
            1_721_054_072_338_816_787,
            6_487_073_978_050_149_818,
        ];
        assert_eq!(expected.map(|_| generator.next()), expected);
        let mut generator = Xoshiro::new(20_080_522);
        for u in [0.450502529742387, 0.198518791794854, 0.093298528209738] {
            assert!((generator.bits() * Xoshiro::STEP - u).abs() < 1e-15);
        }
    }
}
