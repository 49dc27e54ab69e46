#include "gemm.h"

#include "simd.h"

enum { ROWS = 4 }; /* of a tile */

/* Four rows of a side by side, [k][ROWS]: a tile then walks one pointer, with constant offsets. */
typedef struct panel {
    const float *data;
    ptrdiff_t step; /* from one p to the next */
} panel;

/* The rows from i on. Where they do not lie side by side they are transposed into `room`; rows
 * past the last repeat it, and are never stored. */
static panel panel_of(float *room, const sl_gemm_a *a, int i, int m, int k)
{
    const float *from[ROWS];
    v4 rows[ROWS];
    int p = 0;
    if (a->row == 1) return (panel){a->data + i, a->column};

    for (int r = 0; r < ROWS; r++) from[r] = a->data + (i + r < m ? i + r : m - 1) * a->row;
    for (; p + ROWS <= k; p += ROWS) {
        for (int r = 0; r < ROWS; r++) rows[r] = load4(from[r] + p);
        transpose4(rows);
        for (int r = 0; r < ROWS; r++) store4(room + (p + r) * ROWS, rows[r]);
    }
    for (; p < k; p++)
        for (int r = 0; r < ROWS; r++) room[p * ROWS + r] = from[r][p];
    return (panel){room, ROWS};
}

static inline void store_tile_row(float *c, v4 low, v4 high, bool relu)
{
    store4(c, relu ? relu4(low) : low);
    store4(c + 4, relu ? relu4(high) : high);
}

/* rows: how many of the four there are. */
static inline void tile_4x8(float *c, ptrdiff_t ldc, panel a, const float *b, ptrdiff_t ldb,
                            const float *bias, bool relu, int rows, int k)
{
    v4 low = bias ? load4(bias) : splat4(0.0f), high = bias ? load4(bias + 4) : splat4(0.0f);
    v4 c00 = low, c01 = high, c10 = low, c11 = high, c20 = low, c21 = high, c30 = low, c31 = high;

    for (int p = 0; p < k; p++, a.data += a.step, b += ldb) {
        v4 b0 = load4(b), b1 = load4(b + 4);
        v4 a0 = splat4(a.data[0]), a1 = splat4(a.data[1]);
        v4 a2 = splat4(a.data[2]), a3 = splat4(a.data[3]);
        c00 += a0 * b0;
        c01 += a0 * b1;
        c10 += a1 * b0;
        c11 += a1 * b1;
        c20 += a2 * b0;
        c21 += a2 * b1;
        c30 += a3 * b0;
        c31 += a3 * b1;
    }
    store_tile_row(c, c00, c01, relu);
    if (rows > 1) store_tile_row(c + ldc, c10, c11, relu);
    if (rows > 2) store_tile_row(c + 2 * ldc, c20, c21, relu);
    if (rows > 3) store_tile_row(c + 3 * ldc, c30, c31, relu);
}

static inline void tile_4x4(float *c, ptrdiff_t ldc, panel a, const float *b, ptrdiff_t ldb,
                            const float *bias, bool relu, int rows, int k)
{
    v4 start = bias ? load4(bias) : splat4(0.0f);
    v4 c0 = start, c1 = start, c2 = start, c3 = start;

    for (int p = 0; p < k; p++, a.data += a.step, b += ldb) {
        v4 b0 = load4(b);
        c0 += splat4(a.data[0]) * b0;
        c1 += splat4(a.data[1]) * b0;
        c2 += splat4(a.data[2]) * b0;
        c3 += splat4(a.data[3]) * b0;
    }
    store4(c, relu ? relu4(c0) : c0);
    if (rows > 1) store4(c + ldc, relu ? relu4(c1) : c1);
    if (rows > 2) store4(c + 2 * ldc, relu ? relu4(c2) : c2);
    if (rows > 3) store4(c + 3 * ldc, relu ? relu4(c3) : c3);
}

/* Not inlined: V8 swaps a function's slow code for its fast code only at the next call, so what
 * runs long must be called often. */
__attribute__((noinline)) void sl_gemm(float *c, ptrdiff_t ldc, sl_gemm_a a, const float *b,
                                       ptrdiff_t ldb, const float *bias, bool relu, int m, int n,
                                       int k)
{
    float room[ROWS * SL_GEMM_MAX_K];
    for (int i = 0; i < m; i += ROWS) {
        const panel rows = panel_of(room, &a, i, m, k);
        float *to = c + i * ldc;
        int j = 0;
        for (; j + 8 <= n; j += 8)
            tile_4x8(to + j, ldc, rows, b + j, ldb, bias ? bias + j : NULL, relu, m - i, k);
        for (; j < n; j += 4)
            tile_4x4(to + j, ldc, rows, b + j, ldb, bias ? bias + j : NULL, relu, m - i, k);
    }
}
