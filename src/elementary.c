#include "elementary.h"

/* The rounding error of a * b, by halves (Dekker), since wasm has no fma. */
static double product_rest(double a, double b, double product)
{
    double c = a * 134217729.0, a_high = c - (c - a), a_rest = a - a_high;
    c = b * 134217729.0;
    double b_high = c - (c - b), b_rest = b - b_high;
    return ((a_high * b_high - product) + a_high * b_rest + a_rest * b_high) + a_rest * b_rest;
}

/* *sum += term; returns what the addition lost. */
static double add(double *sum, double term)
{
    double before = *sum, after = before + term, added = after - before;
    *sum = after;
    return (before - (after - added)) + (term - added);
}

/* log x = k ln 2 + 2 (s + s^3/3 + s^5/5 + ...) with x = 2^k m, s = (m - 1) / (m + 1), m in
 * [sqrt 1/2, sqrt 2). The leading terms carry their rounding errors, so that the result is the
 * correctly rounded one in all but one of several thousand cases: NumPy's randn, which takes
 * libm's logarithm, agrees to the last bit or the one beside it. */
double sl_log(double x)
{
    const double two_54 = 18014398509481984.0, ln2 = 0.69314718055994531;
    if (!(x <= 1.7976931348623157e308)) return x;                            /* infinite, or NaN */
    if (x < 2.2250738585072014e-308) return sl_log(x * two_54) - 54.0 * ln2; /* subnormal */
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    int k = (int)(bits >> 52) - 1023;
    bits = (bits & 0x000fffffffffffffu) | 0x3ff0000000000000u;
    double m;
    memcpy(&m, &bits, sizeof m);
    if (m > 1.4142135623730951) {
        m *= 0.5;
        k++;
    }

    double f = m - 1.0, d = m + 1.0; /* f is exact */
    double d_low = m - (d - 1.0);    /* what d lost: m + 1 = d + d_low */
    double s = f / d, p = s * d;
    double s_low = ((f - p) - product_rest(s, d, p) - s * d_low) / d;

    double z = s * s, z_low = product_rest(s, s, z);
    double cube = s * z, cube_low = product_rest(s, z, cube) + s * z_low + 3.0 * z * s_low;
    double third = cube / 3.0, third_low = (((cube - 2.0 * third) - third) + cube_low) / 3.0;
    double series = 0.0;
    for (int i = 23; i >= 5; i -= 2) series = series * z + 1.0 / i;

    const double ln2_high = 6.93147180369123816490e-01; /* 33 bits: k * ln2_high is exact */
    const double ln2_low = 1.90821492927058770002e-10;
    double sum = k * ln2_high, rest = k * ln2_low;
    rest += add(&sum, 2.0 * s);
    rest += add(&sum, 2.0 * third);
    return sum + (rest + 2.0 * (s_low + third_low + cube * z * series));
}

double sl_exp(double x)
{
    if (!(x >= -708.0)) return x < 0 ? 0.0 : x; /* NaN stays */
    if (x > 709.0) x = 709.0;

    const double to_whole = 6755399441055744.0; /* 1.5 * 2^52 */
    double n = x * 1.44269504088896338700 + to_whole - to_whole;
    double r = (x - n * 6.93147180369123816490e-01) - n * 1.90821492927058770002e-10;
    double sum = 0.0;
    for (int i = 13; i >= 2; i--) sum = (sum + 1.0) * r / i;
    sum = (sum + 1.0) * r; /* e^r - 1 */

    uint64_t bits = (uint64_t)((int64_t)n + 1023) << 52;
    double scale;
    memcpy(&scale, &bits, sizeof scale);
    return scale + scale * sum;
}

/* Any float32 is m 2^e with a whole m below 2^24. Of m 2^e 2/pi only the part below 4 matters, so
 * that 96 bits of 2/pi are enough, from bit e - 2 behind its point on (Payne and Hanek). What is
 * not finite gives NaN. The results are those of reduce. */
static int reduce_large(float x, double *r)
{
    static const uint32_t two_over_pi[] = {0, /* before the point */
                                           0xa2f9836e, 0x4e441529, 0xfc2757d1, 0xf534ddc0,
                                           0xdb629599, 0x3c439041, 0xfe5163ab};
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    const int exponent = bits >> 23 & 0xff;
    if (exponent == 0xff) {
        *r = (double)(x - x);
        return 0;
    }
    const uint64_t m = (bits & 0x7fffff) | 0x800000;
    const int first = exponent - 150 - 2 + 32; /* bit of the array */
    const uint32_t *word = two_over_pi + first / 32;
    uint64_t product = 0, quarters = 0; /* the product's upper 64 bits, in 4 / 2^64 */
    for (int i = 2; i >= 0; i--) {
        const uint64_t pair = (uint64_t)word[i] << 32 | word[i + 1];
        product = (product >> 32) + m * (uint32_t)(pair << first % 32 >> 32);
        quarters = quarters >> 32 | product << 32;
    }
    const int64_t rest = (int64_t)(quarters << 2); /* in 1 / 2^64; above a half it is negative */
    const int n = (int)(quarters >> 62) + (rest < 0);
    *r = (double)rest * (1.57079632679489661923 / 18446744073709551616.0);
    if (x > 0) return n & 3;
    *r = -*r;
    return -n & 3;
}

/* x = n pi/2 + r, |r| <= pi/4, by three parts of pi/2 of 33 bits each. Gives n modulo 4. */
static int reduce(double x, double *r)
{
    if (!(x > -1e5 && x < 1e5)) return reduce_large((float)x, r);
    const double to_whole = 6755399441055744.0; /* 1.5 * 2^52 */
    double n = x * 0.63661977236758134308 + to_whole - to_whole;
    *r = ((x - n * 1.57079632673412561417e+00) - n * 6.07710050630396597660e-11) -
         n * 2.02226624879595063154e-21;
    return (int)((int64_t)n & 3);
}

static double sin_series(double r)
{
    double z = r * r, sum = 0.0;
    for (int i = 18; i >= 2; i -= 2) sum = (1.0 - sum) * z / (i * (i + 1));
    return r * (1.0 - sum); /* keeps the sign of zero */
}

static double cos_series(double r)
{
    double z = r * r, sum = 0.0;
    for (int i = 17; i >= 1; i -= 2) sum = (1.0 - sum) * z / (i * (i + 1));
    return 1.0 - sum;
}

static double quadrant(int n, double r)
{
    switch (n & 3) {
    case 0: return sin_series(r);
    case 1: return cos_series(r);
    case 2: return -sin_series(r);
    default: return -cos_series(r);
    }
}

double sl_sin(double x)
{
    double r;
    int n = reduce(x, &r);
    return quadrant(n, r);
}

double sl_cos(double x)
{
    double r;
    int n = reduce(x, &r);
    return quadrant(n + 1, r);
}

/* The arctangent of low / high, from 0 to 1: that of the nearest quarter, and of what is left,
 * t = (q - c) / (1 + q c), by its series. */
static double atan_ratio(double low, double high)
{
    static const double of_quarters[] = {0.0, 0.24497866312686414, 0.46364760900080609,
                                         0.64350110879328437, 0.78539816339744828};
    const int n = (int)(low / high * 4.0 + 0.5);
    const double c = n * 0.25, t = (low - c * high) / (high + c * low), z = t * t;
    double sum = 0.0;
    for (int i = 17; i >= 3; i -= 2) sum = (1.0 / i - sum) * z;
    return of_quarters[n] + (t - t * sum);
}

double sl_atan2(double y, double x)
{
    const double across = __builtin_fabs(x), up = __builtin_fabs(y);
    double angle = 0.0;
    if (up > across)
        angle = SL_PI / 2 - atan_ratio(across, up);
    else if (up > 0.0)
        angle = atan_ratio(up, across);
    if (__builtin_signbit(x)) angle = SL_PI - angle;
    return __builtin_copysign(angle, y);
}
