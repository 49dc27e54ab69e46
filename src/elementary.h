/*
 * Elementary functions from +, -, *, / and sqrt alone, which IEEE 754 fixes to the bit: every
 * platform gets the same results, which no libm promises. Internal.
 */
#ifndef SL_ELEMENTARY_H
#define SL_ELEMENTARY_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "simd.h"

static const double SL_PI = 3.14159265358979323846;

/* Double precision, within about one unit in the last place; sl_log nearly always the nearest. */
double sl_log(double x); /* x > 0; infinity and NaN come back */
double sl_exp(double x); /* 0 below -708 */
double sl_sin(double x); /* |x| below 1e5, or a float32 */
double sl_cos(double x);
double sl_atan2(double y, double x); /* of float32 numbers; signs of zero as in C */

static inline bool sl_is_finite(double x)
{
    return x - x == 0.0;
}

static inline double sl_sqrt(double x)
{
    return __builtin_sqrt(x);
}

static inline float sl_sqrtf(float x)
{
    return __builtin_sqrtf(x);
}

/* x = n ln 2 + r: gives e^r - 1 and 2^n. x is first held to [-87, 88]; NaN stays NaN. */
static inline v4 expm1_reduced4(v4 x, v4 *scale)
{
    x = select4(x < splat4(-87.0f), splat4(-87.0f), x);
    x = select4(x > splat4(88.0f), splat4(88.0f), x);

    const v4 to_whole = splat4(12582912.0f); /* 1.5 * 2^23: adding it rounds to a whole number */
    v4 shifted = x * splat4(1.44269504f) + to_whole, n = shifted - to_whole;
    v4 r = (x - n * splat4(0.693359375f)) - n * splat4(-2.12194440e-4f); /* |r| <= ln(2) / 2 */
    *scale = (v4)(((i4)shifted + 127) << 23); /* the whole number sits in the low bits */

    v4 q = splat4(1.0f / 5040.0f);
    q = q * r + splat4(1.0f / 720.0f);
    q = q * r + splat4(1.0f / 120.0f);
    q = q * r + splat4(1.0f / 24.0f);
    q = q * r + splat4(1.0f / 6.0f);
    q = q * r + splat4(0.5f);
    return q * (r * r) + r;
}

/* e^x, within two units in the last place. */
static inline v4 exp4(v4 x)
{
    v4 scale, q = expm1_reduced4(x, &scale);
    return q * scale + scale;
}

/* e^x - 1, accurate near 0 too. */
static inline v4 expm14(v4 x)
{
    v4 scale, q = expm1_reduced4(x, &scale);
    return q * scale + (scale - splat4(1.0f));
}

#endif
