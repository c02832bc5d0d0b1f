//! `cargo test --target wasm32-unknown-unknown` hands each test binary to this program (see `.cargo/config.toml`).
//!
//! A member of its own, apart from `xtask`: it has three times as many dependencies, and only the browser tests need it.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
