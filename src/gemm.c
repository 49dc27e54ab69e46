#include "gemm.h"

#include "simd.h"

/* Where a tile's four rows lie in a and in c. Rows past the last repeat it: the same values are
 * stored twice, and no other code is needed for the edge. */
typedef struct rows {
    const float *a0, *a1, *a2, *a3;
    float *c0, *c1, *c2, *c3;
} rows;

static inline rows rows_at(float *c, ptrdiff_t ldc, const sl_gemm_a *a, int i, int m)
{
    int last = m - 1 - i, r1 = last < 1 ? last : 1, r2 = last < 2 ? last : 2,
        r3 = last < 3 ? last : 3;
    const float *from = a->data + i * a->row;
    float *to = c + i * ldc;
    return (rows){from, from + r1 * a->row, from + r2 * a->row, from + r3 * a->row,
                  to,   to + r1 * ldc,      to + r2 * ldc,      to + r3 * ldc};
}

static inline void tile_4x8(rows r, ptrdiff_t step, const float *b, ptrdiff_t ldb,
                            const float *bias, bool relu, int k)
{
    v4 low = bias ? load4(bias) : splat4(0.0f), high = bias ? load4(bias + 4) : splat4(0.0f);
    v4 c00 = low, c01 = high, c10 = low, c11 = high, c20 = low, c21 = high, c30 = low, c31 = high;

    for (int p = 0; p < k; p++) {
        v4 b0 = load4(b), b1 = load4(b + 4);
        v4 a0 = splat4(*r.a0), a1 = splat4(*r.a1), a2 = splat4(*r.a2), a3 = splat4(*r.a3);
        c00 += a0 * b0;
        c01 += a0 * b1;
        c10 += a1 * b0;
        c11 += a1 * b1;
        c20 += a2 * b0;
        c21 += a2 * b1;
        c30 += a3 * b0;
        c31 += a3 * b1;
        r.a0 += step;
        r.a1 += step;
        r.a2 += step;
        r.a3 += step;
        b += ldb;
    }
    if (relu) {
        c00 = relu4(c00);
        c01 = relu4(c01);
        c10 = relu4(c10);
        c11 = relu4(c11);
        c20 = relu4(c20);
        c21 = relu4(c21);
        c30 = relu4(c30);
        c31 = relu4(c31);
    }
    store4(r.c0, c00);
    store4(r.c0 + 4, c01);
    store4(r.c1, c10);
    store4(r.c1 + 4, c11);
    store4(r.c2, c20);
    store4(r.c2 + 4, c21);
    store4(r.c3, c30);
    store4(r.c3 + 4, c31);
}

static inline void tile_4x4(rows r, ptrdiff_t step, const float *b, ptrdiff_t ldb,
                            const float *bias, bool relu, int k)
{
    v4 start = bias ? load4(bias) : splat4(0.0f);
    v4 c0 = start, c1 = start, c2 = start, c3 = start;

    for (int p = 0; p < k; p++) {
        v4 b0 = load4(b);
        c0 += splat4(*r.a0) * b0;
        c1 += splat4(*r.a1) * b0;
        c2 += splat4(*r.a2) * b0;
        c3 += splat4(*r.a3) * b0;
        r.a0 += step;
        r.a1 += step;
        r.a2 += step;
        r.a3 += step;
        b += ldb;
    }
    store4(r.c0, relu ? relu4(c0) : c0);
    store4(r.c1, relu ? relu4(c1) : c1);
    store4(r.c2, relu ? relu4(c2) : c2);
    store4(r.c3, relu ? relu4(c3) : c3);
}

/* Not inlined: V8 swaps a function's slow code for its fast code only at the next call, so what
 * runs long must be called often. */
__attribute__((noinline)) void sl_gemm(float *c, ptrdiff_t ldc, sl_gemm_a a, const float *b,
                                       ptrdiff_t ldb, const float *bias, bool relu, int m, int n,
                                       int k)
{
    int j = 0;
    for (; j + 8 <= n; j += 8) {
        for (int i = 0; i < m; i += 4)
            tile_4x8(rows_at(c + j, ldc, &a, i, m), a.column, b + j, ldb, bias ? bias + j : NULL,
                     relu, k);
    }
    for (; j < n; j += 4) {
        for (int i = 0; i < m; i += 4)
            tile_4x4(rows_at(c + j, ldc, &a, i, m), a.column, b + j, ldb, bias ? bias + j : NULL,
                     relu, k);
    }
}
