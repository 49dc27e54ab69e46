#include "generators.h"

#include "elementary.h"

/* ---------------------------------------------------------------- spirals */

void sl_make_spirals(float *x, uint8_t *y, int32_t points, int32_t classes, double noise,
                     double turn, uint32_t seed)
{
    sl_random random;
    sl_random_seed(&random, seed);

    for (int32_t j = 0; j < classes; j++) {
        for (int32_t i = 0; i < points; i++, x += 2) {
            double r = sl_linspace(0.0, 1.0, points, i);
            double t =
                sl_linspace(j * turn, (j + 1) * turn, points, i) + sl_random_randn(&random) * noise;
            x[0] = (float)(r * sl_sin(t));
            x[1] = (float)(r * sl_cos(t));
            *y++ = (uint8_t)j;
        }
    }
}

/* ---------------------------------------------------------------- moons and circles */

typedef struct point {
    double x, y;
} point;

/* Point i of n of the outer half circle, or of the inner one below it. */
static point on_moon(bool inner, int32_t n, int32_t i)
{
    double t = sl_linspace(0.0, SL_PI, n, i);
    if (inner) return (point){1.0 - sl_cos(t), 1.0 - sl_sin(t) - 0.5};
    return (point){sl_cos(t), sl_sin(t)};
}

/* Point i of n of the unit circle, the end left out. */
static point on_circle(int32_t n, int32_t i)
{
    double t = i * (2.0 * SL_PI / n);
    return (point){sl_cos(t), sl_sin(t)};
}

/* Where a shuffled sample lies: half of them on the outer curve, the rest on the inner one. */
typedef struct half_place {
    bool inner;
    int32_t n, i; /* point i of the n of its curve */
} half_place;

static half_place half_of(int32_t drawn, int32_t samples)
{
    const int32_t outer = samples / 2;
    if (drawn < outer) return (half_place){false, outer, drawn};
    return (half_place){true, samples - outer, drawn - outer};
}

static void put_noisy(float *x, point p, double noise, sl_random *random)
{
    x[0] = (float)(p.x + noise * sl_random_randn(random));
    x[1] = (float)(p.y + noise * sl_random_randn(random));
}

void sl_make_moons(float *x, uint8_t *y, int32_t *order, int32_t samples, double noise,
                   uint32_t seed)
{
    sl_random random;
    sl_random_seed(&random, seed);
    sl_random_permutation(&random, order, samples);
    for (int32_t s = 0; s < samples; s++) {
        const half_place at = half_of(order[s], samples);
        put_noisy(x + 2 * s, on_moon(at.inner, at.n, at.i), noise, &random);
        y[s] = at.inner;
    }
}

void sl_make_circles(float *x, uint8_t *y, int32_t *order, int32_t samples, double noise,
                     double factor, uint32_t seed)
{
    sl_random random;
    sl_random_seed(&random, seed);
    sl_random_permutation(&random, order, samples);
    for (int32_t s = 0; s < samples; s++) {
        const half_place at = half_of(order[s], samples);
        const point p = on_circle(at.n, at.i);
        const double radius = at.inner ? factor : 1.0;
        put_noisy(x + 2 * s, (point){p.x * radius, p.y * radius}, noise, &random);
        y[s] = at.inner;
    }
}

/* ---------------------------------------------------------------- blobs */

/* x[i], y[i] = the old x[order[i]], y[order[i]], cycle by cycle; order is overwritten. */
static void reorder(float *x, uint8_t *y, int32_t *order, int32_t samples)
{
    for (int32_t start = 0; start < samples; start++) {
        float x0 = x[2 * start], x1 = x[2 * start + 1];
        uint8_t label = y[start];
        int32_t to = start;
        while (order[to] != start && order[to] >= 0) {
            int32_t from = order[to];
            x[2 * to] = x[2 * from];
            x[2 * to + 1] = x[2 * from + 1];
            y[to] = y[from];
            order[to] = -1;
            to = from;
        }
        if (order[to] < 0) continue; /* its cycle has been gone through */
        x[2 * to] = x0;
        x[2 * to + 1] = x1;
        y[to] = label;
        order[to] = -1;
    }
}

void sl_make_blobs(float *x, uint8_t *y, int32_t *order, int32_t samples, int32_t classes,
                   double cluster_std, uint32_t seed)
{
    double centers[SL_MAX_CLASSES][2];
    sl_random random;
    int32_t i = 0;
    sl_random_seed(&random, seed);

    for (int32_t j = 0; j < classes; j++)
        for (int d = 0; d < 2; d++) centers[j][d] = sl_random_uniform(&random, -5.0, 5.0);
    for (int32_t j = 0; j < classes; j++) {
        int32_t count = samples / classes + (j < samples % classes);
        for (; count > 0; count--, i++) {
            for (int d = 0; d < 2; d++)
                x[2 * i + d] = (float)(centers[j][d] + cluster_std * sl_random_randn(&random));
            y[i] = (uint8_t)j;
        }
    }
    sl_random_permutation(&random, order, samples);
    reorder(x, y, order, samples);
}
