"""The demo project that real Django serves; its twin is in src/runtime/examples/django."""
