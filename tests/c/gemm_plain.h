/* The plain twin of sl_gemm: the same results, bit for bit, and nothing done for speed. */
#ifndef GEMM_PLAIN_H
#define GEMM_PLAIN_H

#include "gemm.h"

static inline void sl_gemm_plain(float *c, ptrdiff_t ldc, sl_gemm_a a, const float *b,
                                 ptrdiff_t ldb, const float *bias, bool relu, int m, int n, int k)
{
    for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
            float sum = bias ? bias[j] : 0.0f;
            for (int p = 0; p < k; p++) sum += a.data[i * a.row + p * a.column] * b[p * ldb + j];
            c[i * ldc + j] = relu && sum < 0.0f ? 0.0f : sum;
        }
    }
}

#endif
