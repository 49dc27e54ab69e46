/* The core's own functions against libm's, in units in the last place. */
#include "elementary.h"

#include "check.h"

static double ulps(double actual, double expected)
{
    double spacing = fabs(nextafter(expected, INFINITY) - expected);
    return fabs(actual - expected) / spacing;
}

static double ulpsf(float actual, double expected)
{
    float nearest = (float)expected;
    return fabs((double)actual - expected) / fabs((double)nextafterf(nearest, INFINITY) - nearest);
}

/* Against a longer logarithm, where the machine has one. */
static void log_is_almost_always_the_nearest_double(void)
{
    double worst = 0.0;
    int wrong = 0, count = 0;
    for (int i = 1; i < 200000; i++) {
        double values[] = {i / 200000.0, 1.0 + i * 1e-9, i * 1.37, exp(-i / 300.0)};
        for (int j = 0; j < 4; j++, count++) {
            long double exact = logl((long double)values[j]);
            double actual = sl_log(values[j]), nearest = (double)exact;
            double spacing = fabs(nextafter(nearest, INFINITY) - nearest);
            worst =
                fmax(worst, (double)fabsl(((long double)actual - exact) / (long double)spacing));
            wrong += actual != nearest;
        }
    }
    CHECK_NEAR(worst, 0.5, 0.002);
    CHECK(wrong < count / 1000);
    CHECK(sl_log(1.0) == 0.0);
    CHECK(isinf(sl_log(INFINITY)));
    CHECK(isnan(sl_log(NAN)));
}

static void log_of_subnormal_numbers(void)
{
    for (double x = 2e-308; x > 0; x /= 3) CHECK_NEAR(ulps(sl_log(x), log(x)), 0.0, 1.0);
}

static void sin_and_cos_are_right_far_beyond_float(void)
{
    double worst = 0.0;
    for (int i = -200000; i < 200000; i++) {
        double x = i * 0.00523;
        worst = fmax(worst, fabs(sl_sin(x) - sin(x)));
        worst = fmax(worst, fabs(sl_cos(x) - cos(x)));
    }
    CHECK_NEAR(worst, 0.0, 3e-16);
    CHECK(signbit(sl_sin(-0.0)) == signbit(sin(-0.0)));
}

/* A float32 of any bits; its like come evenly over all exponents. */
static float any_float(uint32_t *state)
{
    float x;
    do {
        *state = *state * 1664525u + 1013904223u;
        const uint32_t bits = *state ^ *state >> 15;
        memcpy(&x, &bits, sizeof x);
    } while (!isfinite(x));
    return x;
}

/* Of numbers that are multiples of pi but for a little, too: r is then small. */
static void sin_and_cos_take_a_float_of_any_size(void)
{
    uint32_t state = 1;
    double worst = 0.0;
    for (int i = 0; i < 1000000; i++) {
        const double x = (double)any_float(&state);
        worst = fmax(worst, fabs(sl_sin(x) / sin(x) - 1.0));
        worst = fmax(worst, fabs(sl_cos(x) / cos(x) - 1.0));
    }
    for (int k = 1; k < 2000; k++) {
        const double x = (double)(float)(3.14159265358979323846 * 65537.0 * k);
        worst = fmax(worst, fabs(sl_sin(x) / sin(x) - 1.0));
    }
    CHECK_NEAR(worst, 0.0, 1e-11);
    CHECK(isnan(sl_sin(INFINITY)) && isnan(sl_cos(-INFINITY)) && isnan(sl_sin(NAN)));
}

static void atan2_is_within_two_ulps(void)
{
    uint32_t state = 1;
    double worst = 0.0;
    for (int i = 0; i < 1000000; i++) {
        const double y = (double)any_float(&state), x = (double)any_float(&state);
        const double near = x * (1.0 + (double)(i % 2001 - 1000) * 1e-3);
        worst = fmax(worst, ulps(sl_atan2(y, x), atan2(y, x)));
        worst = fmax(worst, ulps(sl_atan2((double)(float)near, x), atan2((double)(float)near, x)));
    }
    CHECK_NEAR(worst, 0.0, 2.0);
}

static void atan2_has_the_signs_of_zero(void)
{
    const double values[] = {0.0, -0.0, 1.0, -1.0, 1e-45, 3e38, -3e38};
    for (int i = 0; i < 7; i++) {
        for (int j = 0; j < 7; j++) {
            const double y = (double)(float)values[i], x = (double)(float)values[j];
            CHECK_NEAR(sl_atan2(y, x), atan2(y, x), 5e-16);
            CHECK_INT(signbit(sl_atan2(y, x)) != 0, signbit(atan2(y, x)) != 0);
        }
    }
}

static float exp1(float x)
{
    return exp4(splat4(x))[0];
}

static float expm11(float x)
{
    return expm14(splat4(x))[0];
}

static void exp4_is_within_two_ulps(void)
{
    double worst = 0.0;
    for (int i = -860000; i < 860000; i++) {
        float x = (float)i * 1e-4f;
        worst = fmax(worst, ulpsf(exp1(x), exp((double)x)));
    }
    CHECK_NEAR(worst, 0.0, 2.0);
    CHECK(exp1(0.0f) == 1.0f);
    CHECK(exp1(-1e9f) > 0.0f && exp1(-INFINITY) < 1e-37f);
    CHECK(isnan(exp1(NAN)));
}

static void expm14_is_accurate_near_zero(void)
{
    double worst = 0.0;
    for (int i = -200000; i < 200000; i++) {
        if (i == 0) continue;
        float x = (float)i * 1e-5f, tiny = x * 1e-6f;
        worst = fmax(worst, ulpsf(expm11(x), expm1((double)x)));
        worst = fmax(worst, ulpsf(expm11(tiny), expm1((double)tiny)));
    }
    CHECK_NEAR(worst, 0.0, 4.0);
    CHECK(expm11(0.0f) == 0.0f);
    CHECK(expm11(-100.0f) == -1.0f);
    CHECK(isnan(expm11(NAN)));
}

static void exp_is_within_one_ulp_or_so(void)
{
    double worst = 0.0;
    for (int i = -700000; i < 700000; i++) {
        double x = i * 1e-3;
        worst = fmax(worst, ulps(sl_exp(x), exp(x)));
    }
    CHECK_NEAR(worst, 0.0, 1.5);
    CHECK(sl_exp(0.0) == 1.0);
    CHECK(sl_exp(-1e9) == 0.0 && sl_exp(-INFINITY) == 0.0);
    CHECK(isnan(sl_exp(NAN)));
}

static void is_finite_knows_what_is_not(void)
{
    CHECK(sl_is_finite(1e308));
    CHECK(!sl_is_finite(INFINITY));
    CHECK(!sl_is_finite(-INFINITY));
    CHECK(!sl_is_finite(NAN));
}

int main(void)
{
    log_is_almost_always_the_nearest_double();
    log_of_subnormal_numbers();
    sin_and_cos_are_right_far_beyond_float();
    sin_and_cos_take_a_float_of_any_size();
    atan2_is_within_two_ulps();
    atan2_has_the_signs_of_zero();
    exp4_is_within_two_ulps();
    expm14_is_accurate_near_zero();
    exp_is_within_one_ulp_or_so();
    is_finite_knows_what_is_not();
    return check_verdict();
}
