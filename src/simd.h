/*
 * Four floats at a time, in the vector types that gcc and clang share: one v128 in WebAssembly, one
 * SSE or NEON register natively. Loads and stores need no alignment. Internal.
 */
#ifndef SL_SIMD_H
#define SL_SIMD_H

#include <string.h>

typedef float v4 __attribute__((vector_size(16)));
typedef int i4 __attribute__((vector_size(16)));

static inline v4 load4(const float *from)
{
    v4 value;
    memcpy(&value, from, sizeof value);
    return value;
}

static inline void store4(float *to, v4 value)
{
    memcpy(to, &value, sizeof value);
}

static inline v4 splat4(float value)
{
    return (v4){value, value, value, value};
}

static inline v4 select4(i4 mask, v4 yes, v4 no)
{
    return (v4)(((i4)yes & mask) | ((i4)no & ~mask));
}

static inline v4 abs4(v4 value)
{
    return (v4)((i4)value & 0x7fffffff);
}

/* NaN passes, so that a diverged network cannot look healthy. */
static inline v4 relu4(v4 value)
{
    return (v4)((i4)value & ~(value < splat4(0.0f)));
}

/* Rows become columns. */
static inline void transpose4(v4 rows[4])
{
    v4 low01 = __builtin_shufflevector(rows[0], rows[1], 0, 4, 1, 5);
    v4 high01 = __builtin_shufflevector(rows[0], rows[1], 2, 6, 3, 7);
    v4 low23 = __builtin_shufflevector(rows[2], rows[3], 0, 4, 1, 5);
    v4 high23 = __builtin_shufflevector(rows[2], rows[3], 2, 6, 3, 7);
    rows[0] = __builtin_shufflevector(low01, low23, 0, 1, 4, 5);
    rows[1] = __builtin_shufflevector(low01, low23, 2, 3, 6, 7);
    rows[2] = __builtin_shufflevector(high01, high23, 0, 1, 4, 5);
    rows[3] = __builtin_shufflevector(high01, high23, 2, 3, 6, 7);
}

#endif
