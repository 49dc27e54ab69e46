/* Each rule against the same rule in double precision, written plainly. */
#include "optimizer.h"
#include "support.h"

enum { COUNT = 7, UPDATES = 40 };

/* One weight by Keras's formulas; m and v are its two moments, t the update, counted from 1. */
static double update(const sl_settings *settings, double p, double g, double *m, double *v, int t)
{
    const double rate = settings->learning_rate, epsilon = settings->epsilon;
    switch (settings->optimizer) {
    case SL_SGD: return p - rate * g;
    case SL_MOMENTUM: *m = 0.9 * *m - rate * g; return p + *m;
    case SL_NESTEROV: *m = 0.9 * *m - rate * g; return p + 0.9 * *m - rate * g;
    case SL_RMSPROP: *v += 0.1 * (g * g - *v); return p - rate * g / sqrt(*v + epsilon);
    case SL_ADAMW: p -= rate * 0.01 * p; break;
    }
    *m += 0.1 * (g - *m);
    *v += 0.001 * (g * g - *v);
    return p - rate * sqrt(1 - pow(0.999, t)) / (1 - pow(0.9, t)) * *m / (sqrt(*v) + epsilon);
}

static void every_rule_is_kerass(void)
{
    float start[COUNT], gradients[UPDATES * COUNT], path[UPDATES * COUNT];
    sl_random random;
    sl_random_seed(&random, 1);
    for (int i = 0; i < COUNT; i++) start[i] = (float)sl_random_randn(&random);
    for (int i = 0; i < UPDATES * COUNT; i++) gradients[i] = (float)sl_random_randn(&random);

    for (int run = 0; run < 2 * (SL_ADAMW + 1); run++) {
        sl_settings settings = small();
        settings.optimizer = run / 2;
        settings.learning_rate = 0.05;
        settings.epsilon = run % 2 ? 1e-2 : 1e-7; /* a large one tells where it stands */
        CHECK_INT(sl_optimizer_path(&settings, path, start, gradients, UPDATES, COUNT), SL_OK);
        for (int i = 0; i < COUNT; i++) {
            double p = (double)start[i], m = 0, v = 0;
            for (int t = 0; t < UPDATES; t++) {
                p = update(&settings, p, (double)gradients[t * COUNT + i], &m, &v, t + 1);
                CHECK_NEAR((double)path[t * COUNT + i], p, 1e-5);
            }
        }
    }
}

/* A unit that has died gets no gradient: its moments must reach 0 and not linger among the
 * subnormal numbers, which are very slow. */
static void moments_never_become_subnormal(void)
{
    for (int optimizer = SL_MOMENTUM; optimizer <= SL_ADAM; optimizer++) {
        float params = 1.0f, m = 0.0f, v = 0.0f, gradient = 1e-3f;
        const sl_learned learned = {&params, &m, &v};
        sl_powers powers = {1.0, 1.0};
        sl_settings settings = small();
        settings.optimizer = optimizer;
        for (int t = 0; t < 20000; t++) {
            sl_optimizer_update(&learned, &powers, &settings, t, 0.05, &gradient, 1);
            CHECK(fpclassify(m) != FP_SUBNORMAL && fpclassify(v) != FP_SUBNORMAL);
            gradient = t % 2 ? 0.0f : 1e-21f; /* whose square is subnormal */
        }
        CHECK(isfinite(params) && params != 1.0f);
    }
}

/* A small weight under L2 has a small gradient, which moves it all the same. */
static void a_tiny_gradient_moves_its_weight(void)
{
    const float start = 1e-13f, gradient = 2e-16f;
    float path;
    for (int optimizer = SL_SGD; optimizer <= SL_ADAMW; optimizer++) {
        sl_settings settings = small();
        settings.optimizer = optimizer;
        settings.weight_decay = 0.0;
        settings.learning_rate = 1.0;
        CHECK_INT(sl_optimizer_path(&settings, &path, &start, &gradient, 1, 1), SL_OK);
        CHECK(path < start);
    }
}

static void the_runs_differ_by_their_optimizer(void)
{
    for (int a = SL_SGD; a <= SL_ADAMW; a++) {
        for (int b = SL_SGD; b < a; b++) {
            sl_settings settings = small(), others = small();
            settings.optimizer = a;
            others.optimizer = b;
            sl_trainer *one = make(&settings), *other = make(&others);
            CHECK_INT(sl_trainer_train(one, 10), SL_OK);
            CHECK_INT(sl_trainer_train(other, 10), SL_OK);
            CHECK(!same_weights(one, other));
            sl_trainer_free(one);
            sl_trainer_free(other);
        }
    }
}

int main(void)
{
    every_rule_is_kerass();
    moments_never_become_subnormal();
    a_tiny_gradient_moves_its_weight();
    the_runs_differ_by_their_optimizer();
    return check_verdict();
}
