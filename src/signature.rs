//! Whether a rulebook is signed by a key: Ed25519 over the text of its digest.
//!
//! Knows keys, signatures and digests as text. Knows no rulebook, keeps no key and signs nothing.

use crate::rulebook::Issue;
use ed25519_compact::{PublicKey, Signature};

/// Why a signature is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureFault {
    /// The key is none: not 32 bytes in base64 or hexadecimal, or no key that can be trusted.
    BadKey,
    /// The signature is none: not 64 bytes in base64 or hexadecimal.
    BadSignature,
    /// There is no signature. A stripped one is not “no signature configured”.
    Unsigned,
    /// The signature is not by this key over this digest.
    Mismatch,
}

impl SignatureFault {
    /// Stable: `bad-key`, `bad-signature`, `unsigned`, `signature-mismatch`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::BadKey => "bad-key",
            Self::BadSignature => "bad-signature",
            Self::Unsigned => "unsigned",
            Self::Mismatch => "signature-mismatch",
        }
    }

    fn message(self) -> &'static str {
        match self {
            Self::BadKey => "公钥不对：应为Ed25519公钥，32字节，用base64或十六进制书写",
            Self::BadSignature => "签名的写法不对：应为64字节，用base64或十六进制书写",
            Self::Unsigned => "给了公钥，而规则没有签名",
            Self::Mismatch => "签名不符：不是这把密钥所签，或者规则在签名之后改动过",
        }
    }
}

impl From<SignatureFault> for Issue {
    fn from(fault: SignatureFault) -> Self {
        Self { code: fault.code(), ..Self::syntax(fault.message().to_owned()) }
    }
}

/// Whether this key has signed this digest, the text as [`Rulebook::digest`](crate::Rulebook::digest) gives it.
///
/// # Errors
/// Why it is not taken as signed. Without a key nothing is to be verified: do not ask.
pub fn verify(public_key: &str, signature: Option<&str>, digest: &str) -> Result<(), SignatureFault> {
    let key = bytes(public_key).map(PublicKey::new).ok_or(SignatureFault::BadKey)?;
    key.validate().map_err(|_| SignatureFault::BadKey)?;
    let signature = signature.filter(|it| !it.trim().is_empty()).ok_or(SignatureFault::Unsigned)?;
    let signature = bytes(signature).map(Signature::new).ok_or(SignatureFault::BadSignature)?;
    key.verify(digest, &signature).map_err(|_| SignatureFault::Mismatch)
}

/// As many bytes, in hexadecimal or in base64 (either alphabet, with padding or without).
fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    let text = text.trim();
    if text.len() == 2 * N { digits(text, 4, hexadecimal) } else { digits(text.trim_end_matches('='), 6, base64) }
}

/// The bytes that digits of a few bits each make: no more, no fewer, and nothing in the bits left over.
fn digits<const N: usize>(text: &str, bits: u32, value: fn(u8) -> Option<u8>) -> Option<[u8; N]> {
    let mut bytes = Vec::with_capacity(N);
    let (mut held, mut pending) = (0_u32, 0);
    for digit in text.bytes() {
        held = held << bits | u32::from(value(digit)?);
        pending += bits;
        if pending >= 8 {
            pending -= 8;
            bytes.push((held >> pending) as u8);
            held &= (1 << pending) - 1;
        }
    }
    (held == 0 && pending < bits).then_some(bytes)?.try_into().ok()
}

fn hexadecimal(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|it| u8::try_from(it).ok())
}

fn base64(digit: u8) -> Option<u8> {
    match digit {
        b'A'..=b'Z' => Some(digit - b'A'),
        b'a'..=b'z' => Some(digit - b'a' + 26),
        b'0'..=b'9' => Some(digit - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::SignatureFault::{BadKey, BadSignature, Mismatch, Unsigned};
    use super::{bytes, verify};
    use crate::Rulebook;
    use crate::rulebook::Issue;
    use ed25519_compact::{KeyPair, Seed};

    /// RFC 8032, section 7.1: key, message, signature.
    const VECTORS: [(&str, &str, &str); 2] = [
        (
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "r",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
    ];

    fn base64(bytes: &[u8]) -> String {
        const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut text = String::new();
        for three in bytes.chunks(3) {
            let held = three.iter().chain([&0; 3]).take(3).fold(0, |held, byte| held << 8 | usize::from(*byte));
            for at in 0..4 {
                text.push(if at > three.len() { '=' } else { char::from(DIGITS[held >> (18 - 6 * at) & 63]) });
            }
        }
        text
    }

    #[test]
    fn the_vectors_of_the_standard_hold_in_every_way_of_writing() {
        for (key, message, signature) in VECTORS {
            let (k, s) = (bytes::<32>(key).unwrap(), bytes::<64>(signature).unwrap());
            let padded = (base64(&k), base64(&s));
            let bare = |text: &str| text.trim_end_matches('=').replace('+', "-").replace('/', "_");
            assert_eq!(verify(key, Some(signature), message), Ok(()));
            assert_eq!(verify(&key.to_uppercase(), Some(&format!(" {signature}\n")), message), Ok(()));
            assert_eq!(verify(&padded.0, Some(&padded.1), message), Ok(()));
            assert_eq!(verify(&bare(&padded.0), Some(&bare(&padded.1)), message), Ok(()));
            assert_eq!(verify(key, Some(signature), "s"), Err(Mismatch));
        }
        assert_eq!(verify(VECTORS[0].0, Some(VECTORS[1].2), ""), Err(Mismatch));
    }

    #[test]
    fn what_is_no_key_or_no_signature_is_named() {
        let (key, message, signature) = VECTORS[0];
        for bad in ["", "公钥", &key[1..], &format!("{key}00"), &key.replace('d', "g"), signature] {
            assert_eq!(verify(bad, Some(signature), message), Err(BadKey), "{bad}");
        }
        // Points of small order, under which anything would be signed.
        for bad in ["00".repeat(32), format!("01{}", "00".repeat(31)), format!("ec{}7f", "ff".repeat(30))] {
            assert_eq!(verify(&bad, Some(signature), message), Err(BadKey), "{bad}");
        }
        for bad in ["签名", &signature[2..], key, &signature.replace('e', "-")] {
            assert_eq!(verify(key, Some(bad), message), Err(BadSignature), "{bad}");
        }
        for none in [None, Some(""), Some(" \n")] {
            assert_eq!(verify(key, none, message), Err(Unsigned));
        }
    }

    /// The same signature with the group's order added to its second half.
    #[test]
    fn a_signature_has_one_form_only() {
        const ORDER: &str = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";
        let (key, message, signature) = VECTORS[0];
        let (mut other, order) = (bytes::<64>(signature).unwrap(), bytes::<32>(ORDER).unwrap());
        let mut carry = 0;
        for (byte, more) in other[32..].iter_mut().zip(order) {
            carry += u16::from(*byte) + u16::from(more);
            *byte = (carry & 255) as u8;
            carry >>= 8;
        }
        assert_eq!(verify(key, Some(&base64(&other)), message), Err(Mismatch));
    }

    #[test]
    fn an_altered_rulebook_is_not_signed() {
        let rules = include_str!("../tests/rulebooks/smallest.yaml");
        let pair = KeyPair::from_seed(Seed::new([7; 32]));
        let key = base64(&*pair.pk);
        let digest = |text: &str| Rulebook::from_text(text).map(|it| it.digest().to_owned()).unwrap();
        let signature = base64(&*pair.sk.sign(digest(rules), None));
        let altered = rules.replacen("机关: 某县人民政府", "机关: 某县政府", 1);
        assert_ne!(altered, rules);
        assert_eq!(verify(&key, Some(&signature), &digest(rules)), Ok(()));
        assert_eq!(verify(&key, Some(&signature), &digest(&format!("# 注\n{rules}"))), Ok(()));
        assert_eq!(verify(&key, Some(&signature), &digest(&altered)), Err(Mismatch));
        assert_eq!(verify(&key, None, &digest(rules)), Err(Unsigned));
        let issue = Issue::from(Mismatch);
        assert_eq!((issue.code, issue.path.as_str()), ("signature-mismatch", ""));
    }
}
