/* One product, many times, for scripts/bench.mjs to time in WebAssembly as bench/native.c does
 * natively. buffer: room for the three matrices. */
#include "gemm.h"
#include "spiral_lab.h"

SL_API void bench_gemm(float *buffer, int gradient, int m, int n, int k, int rounds)
{
    float *a = buffer, *b = a + (ptrdiff_t)m * k, *c = b + (ptrdiff_t)k * n;
    sl_gemm_a in = {a, gradient ? 1 : k, gradient ? m : 1};
    for (int i = 0; i < rounds; i++) sl_gemm(c, n, in, b, n, NULL, false, m, n, k);
}
