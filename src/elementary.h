/*
 * Elementary functions from +, -, *, / and sqrt alone, which IEEE 754 fixes to the bit: every
 * platform gets the same results, which no libm promises.
 */
#ifndef SL_ELEMENTARY_H
#define SL_ELEMENTARY_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Double precision, within about one unit in the last place. */
double sl_log(double x); /* x > 0 and normal; infinity and NaN come back */
double sl_sin(double x); /* |x| below 1e5 */
double sl_cos(double x);

static inline bool sl_is_finite(double x) {
    return x - x == 0.0;
}

static inline double sl_sqrt(double x) {
    return __builtin_sqrt(x);
}

static inline float sl_sqrtf(float x) {
    return __builtin_sqrtf(x);
}

/* e to the x within two units in the last place; x is first held to [-87, 88], NaN stays NaN.
 * No branches, so that loops over it vectorise. */
static inline float sl_expf(float x) {
    x = x < -87.0f ? -87.0f : x;
    x = x > 88.0f ? 88.0f : x;

    const float to_whole = 12582912.0f; /* 1.5 * 2^23: adding it rounds to a whole number */
    float shifted = x * 1.44269504f + to_whole;
    float n = shifted - to_whole;
    float r = (x - n * 0.693359375f) - n * -2.12194440e-4f; /* |r| <= ln(2) / 2 */

    float q = 1.0f / 5040.0f;
    q = q * r + 1.0f / 720.0f;
    q = q * r + 1.0f / 120.0f;
    q = q * r + 1.0f / 24.0f;
    q = q * r + 1.0f / 6.0f;
    q = q * r + 0.5f;
    q = q * (r * r) + r;

    uint32_t bits; /* of 2^n: the whole number sits in the low bits of `shifted` */
    float scale;
    memcpy(&bits, &shifted, sizeof bits);
    bits = (bits + 127u) << 23;
    memcpy(&scale, &bits, sizeof scale);
    return q * scale + scale;
}

#endif
