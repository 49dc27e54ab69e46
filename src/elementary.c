#include "elementary.h"

/* log x = k ln 2 + 2 atanh(s) with x = 2^k m, s = (m - 1) / (m + 1), m in [sqrt 1/2, sqrt 2). The
 * quotient and the leading terms carry their rounding errors, so that the result is almost always
 * the correctly rounded one (NumPy's randn agrees to the last bit or the one beside it). */
double sl_log(double x)
{
    if (!(x <= 1.7976931348623157e308)) return x; /* infinite, or NaN */
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
    double d_low = 1.0 - (d - m);    /* what d lost: m + 1 = d + d_low */
    double s = f / d;

    /* remainder f - s * (d + d_low), with s * d split into halves (Dekker) */
    double c = s * 134217729.0, s_high = c - (c - s), s_rest = s - s_high;
    c = d * 134217729.0;
    double d_high = c - (c - d), d_rest = d - d_high;
    double p = s * d;
    double p_low = ((s_high * d_high - p) + s_high * d_rest + s_rest * d_high) + s_rest * d_rest;
    double s_low = ((f - p) - p_low - s * d_low) / d;

    double z = s * s, series = 0.0;
    for (int i = 23; i >= 3; i -= 2) series = series * z + 1.0 / i;
    double tail = 2.0 * (s_low + s * z * series);

    const double ln2_high = 6.93147180369123816490e-01; /* 33 bits: k * ln2_high is exact */
    const double ln2_low = 1.90821492927058770002e-10;
    double head = k * ln2_high, sum = head + 2.0 * s;
    double back = sum - head; /* two-sum: what the addition lost goes to the tail */
    double lost = (head - (sum - back)) + (2.0 * s - back);
    return sum + (lost + (tail + k * ln2_low));
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

/* x = n pi/2 + r, |r| <= pi/4, by three parts of pi/2 of 33 bits each. Gives n modulo 4. */
static int reduce(double x, double *r)
{
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
