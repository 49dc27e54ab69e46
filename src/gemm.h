/*
 * The one matrix product that training is made of.
 *
 *     c = a b              [m][n] = [m][k] [k][n]
 *     c = a b + bias       bias: [n], or NULL
 *
 * b and c are row-major with leading dimensions ldb and ldc; n is a multiple of 4. a has a stride
 * for each index, one of which is 1, so that one kernel serves x W (strides ld, 1) and the
 * transposed xᵀ dy (1, ld). With (ld, 1), k is at most SL_GEMM_MAX_K. With (1, ld), and so with
 * (1, 1), four rows are read at a time: up to three floats past the last one must be readable.
 * relu: what lies below zero becomes zero, NaN stays. c overlaps nothing.
 *
 * Every element of c is one chain, started from the bias (or +0), of multiply, then add, in order
 * of k. The plain product in tests/c holds to that too, and they agree bit for bit.
 */
#ifndef SL_GEMM_H
#define SL_GEMM_H

#include <stdbool.h>
#include <stddef.h>

enum { SL_GEMM_MAX_K = 1024 };

typedef struct sl_gemm_a {
    const float *data;
    ptrdiff_t row, column; /* strides, in floats: a[i][p] = data[i * row + p * column] */
} sl_gemm_a;

void sl_gemm(float *c, ptrdiff_t ldc, sl_gemm_a a, const float *b, ptrdiff_t ldb, const float *bias,
             bool relu, int m, int n, int k);

#endif
