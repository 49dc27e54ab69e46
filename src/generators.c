#include "generators.h"

#include "elementary.h"
#include "random.h"

/* ---------------------------------------------------------------- spirals */

void sl_make_spirals(float *x, uint8_t *y, const int32_t *counts, int32_t classes, double noise,
                     double turn, uint32_t seed)
{
    sl_random random;
    sl_random_seed(&random, seed);

    for (int32_t j = 0; j < classes; j++) {
        const int32_t n = counts[j];
        for (int32_t i = 0; i < n; i++, x += 2) {
            double r = sl_linspace(0.0, 1.0, n, i);
            double t =
                sl_linspace(j * turn, (j + 1) * turn, n, i) + sl_random_randn(&random) * noise;
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

/* Where a sample lies: the first of them are on the outer curve, the rest on the inner one. */
typedef struct half_place {
    bool inner;
    int32_t n, i; /* point i of the n of its curve */
} half_place;

static half_place half_of(int32_t drawn, const int32_t counts[2])
{
    const int32_t outer = counts[0];
    if (drawn < outer) return (half_place){false, outer, drawn};
    return (half_place){true, counts[1], drawn - outer};
}

static void put_noisy(float *x, point p, double noise, sl_random *random)
{
    x[0] = (float)(p.x + noise * sl_random_randn(random));
    x[1] = (float)(p.y + noise * sl_random_randn(random));
}

void sl_make_moons(float *x, uint8_t *y, int32_t *order, const int32_t counts[2], double noise,
                   uint32_t seed)
{
    const int32_t samples = counts[0] + counts[1];
    sl_random random;
    sl_random_seed(&random, seed);
    sl_random_permutation(&random, order, samples);
    for (int32_t s = 0; s < samples; s++) {
        const half_place at = half_of(order[s], counts);
        put_noisy(x + 2 * s, on_moon(at.inner, at.n, at.i), noise, &random);
        y[s] = at.inner;
    }
}

void sl_make_circles(float *x, uint8_t *y, int32_t *order, const int32_t counts[2], double noise,
                     double factor, uint32_t seed)
{
    const int32_t samples = counts[0] + counts[1];
    sl_random random;
    sl_random_seed(&random, seed);
    sl_random_permutation(&random, order, samples);
    for (int32_t s = 0; s < samples; s++) {
        const half_place at = half_of(order[s], counts);
        const point p = on_circle(at.n, at.i);
        const double radius = at.inner ? factor : 1.0;
        put_noisy(x + 2 * s, (point){p.x * radius, p.y * radius}, noise, &random);
        y[s] = at.inner;
    }
}

/* ---------------------------------------------------------------- blobs and classification */

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

void sl_make_blobs(float *x, uint8_t *y, int32_t *order, const int32_t *counts, int32_t classes,
                   double cluster_std, uint32_t seed)
{
    double centers[SL_MAX_CLASSES][2];
    sl_random random;
    int32_t i = 0;
    sl_random_seed(&random, seed);

    for (int32_t j = 0; j < classes; j++)
        for (int d = 0; d < 2; d++) centers[j][d] = sl_random_uniform(&random, -5.0, 5.0);
    for (int32_t j = 0; j < classes; j++) {
        for (int32_t n = 0; n < counts[j]; n++, i++) {
            for (int d = 0; d < 2; d++)
                x[2 * i + d] = (float)(centers[j][d] + cluster_std * sl_random_randn(&random));
            y[i] = (uint8_t)j;
        }
    }
    sl_random_permutation(&random, order, i);
    reorder(x, y, order, i);
}

/* x = draws A + center: one cluster, its normal draws sheared at random. Returns its end. */
static float *put_cluster(float *x, int32_t count, const double center[2], sl_random *normals,
                          sl_random *random)
{
    double a[2][2];
    for (int i = 0; i < 4; i++) a[i / 2][i % 2] = 2 * sl_random_sample(random) - 1;
    for (; count > 0; count--, x += 2) {
        const double z0 = sl_random_randn(normals), z1 = sl_random_randn(normals);
        for (int d = 0; d < 2; d++) x[d] = (float)(z0 * a[0][d] + z1 * a[1][d] + center[d]);
    }
    return x;
}

/* As numpy draws: first for every label whether it is drawn anew, then the new ones. */
static void flip_labels(uint8_t *y, int32_t samples, int32_t classes, double flip_y,
                        sl_random *random)
{
    sl_random flips = *random;
    for (int32_t i = 0; i < samples; i++) sl_random_sample(random);
    for (int32_t i = 0; i < samples; i++)
        if (sl_random_sample(&flips) < flip_y)
            y[i] = (uint8_t)sl_random_interval(random, (uint32_t)classes - 1);
}

/* The features change places, or do not. */
static void shuffle_columns(float *x, int32_t samples, sl_random *random)
{
    int32_t columns[2];
    sl_random_permutation(random, columns, 2);
    if (columns[0] == 0) return;
    for (int32_t i = 0; i < samples; i++) {
        const float first = x[2 * i];
        x[2 * i] = x[2 * i + 1];
        x[2 * i + 1] = first;
    }
}

void sl_make_classification(float *x, uint8_t *y, int32_t *order, const int32_t *counts,
                            int32_t classes, int32_t clusters, double class_sep, double flip_y,
                            uint32_t seed)
{
    int32_t vertices[SL_VERTICES] = {0, 1, 2, 3}, samples = 0;
    sl_random random;
    sl_random_seed(&random, seed);
    for (int32_t j = 0; j < classes; j++) samples += counts[j];

    /* scikit-learn draws which vertices there are, unless it needs all of them. */
    const int32_t drawn = classes * clusters;
    if (drawn < SL_VERTICES) sl_random_permutation(&random, vertices, SL_VERTICES);

    /* All normal draws come before the first cluster's shear; the copy goes through them again. */
    sl_random normals = random;
    for (int32_t i = 0; i < 2 * samples; i++) sl_random_randn(&random);
    float *to = x;
    uint8_t *label = y;
    for (int32_t k = 0; k < drawn; k++) {
        const int32_t j = k % classes, nth = k / classes;
        const int32_t count = counts[j] / clusters + (nth < counts[j] % clusters);
        const double center[2] = {(vertices[k] >> 1) * (2 * class_sep) - class_sep,
                                  (vertices[k] & 1) * (2 * class_sep) - class_sep};
        to = put_cluster(to, count, center, &normals, &random);
        for (int32_t i = 0; i < count; i++) *label++ = (uint8_t)j;
    }
    flip_labels(y, samples, classes, flip_y, &random);
    sl_random_permutation(&random, order, samples);
    reorder(x, y, order, samples);
    shuffle_columns(x, samples, &random);
}

/* ---------------------------------------------------------------- xor */

void sl_make_xor(float *x, uint8_t *y, const int32_t counts[2], double noise, uint32_t seed)
{
    sl_random random;
    sl_random_seed(&random, seed);
    for (int k = 0; k < 2; k++) {
        /* A class's places are drawn before its noise. */
        sl_random places = random;
        for (int32_t i = 0; i < 2 * counts[k]; i++) sl_random_sample(&random);
        for (int32_t i = 0; i < counts[k]; i++, x += 2) {
            const double across = sl_random_uniform(&places, -1.0, 1.0);
            const double up = sl_random_uniform(&places, -1.0, 1.0);
            const bool same_sign = (across < 0) == (up < 0);
            put_noisy(x, (point){across, same_sign == (k == 0) ? up : -up}, noise, &random);
            *y++ = (uint8_t)k;
        }
    }
}
