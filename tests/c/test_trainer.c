#include "support.h"
#include "trainer.h"
#include "wasm.h"

static double history(const sl_trainer *trainer, int epoch, int column)
{
    return sl_trainer_history(trainer)[epoch * SL_HISTORY_COLUMNS + column];
}

/* From NumPy's float64 run of the same seeds. */
static void the_article_run_starts_as_in_numpy(void)
{
    sl_settings settings;
    sl_settings_init(&settings);
    sl_trainer *trainer = make(&settings);
    CHECK_INT(sl_trainer_parameters(trainer), 11299);
    CHECK_INT(sl_trainer_steps_per_epoch(trainer), 47);
    CHECK(isnan(sl_trainer_loss(trainer)));

    CHECK_INT(sl_trainer_train(trainer, 94), SL_OK);
    CHECK_INT(sl_trainer_epoch(trainer), 2);
    CHECK_NEAR(history(trainer, 0, 0), 0.5210018363020535, 1e-5);
    CHECK_NEAR(history(trainer, 1, 0), 0.1405045525114445, 1e-5);
    CHECK_NEAR(history(trainer, 0, 1), 0.7726666666666666, 1e-3);
    CHECK_NEAR(history(trainer, 1, 1), 0.948, 1e-3);
    CHECK_NEAR(sl_trainer_loss(trainer), history(trainer, 1, 0), 0.0);
    sl_trainer_free(trainer);
}

static void the_way_the_steps_are_asked_for_does_not_matter(void)
{
    sl_settings settings = small();
    sl_trainer *at_once = make(&settings), *singly = make(&settings);
    CHECK(same_weights(at_once, singly));
    CHECK_INT(sl_trainer_train(at_once, 23), SL_OK);
    CHECK(!same_weights(at_once, singly));
    for (int i = 0; i < 23; i++) CHECK_INT(sl_trainer_train(singly, 1), SL_OK);
    CHECK(same_weights(at_once, singly));
    CHECK_INT(sl_trainer_epoch(singly), 4);
    CHECK_INT(sl_trainer_step(singly), 3);
    CHECK_INT(sl_trainer_total_steps(singly), 23);
    CHECK_NEAR(sl_trainer_loss(singly), sl_trainer_loss(at_once), 0.0);
    sl_trainer_free(at_once);
    sl_trainer_free(singly);
}

static void reset_leads_back_to_the_start(void)
{
    sl_settings settings = small();
    sl_trainer *used = make(&settings), *fresh = make(&settings);
    sl_trainer_train(used, 8);
    sl_trainer_reset(used);
    CHECK(same_weights(used, fresh));
    CHECK(sl_trainer_history(used) == NULL);
    CHECK_INT(sl_trainer_epoch(used) + sl_trainer_step(used) + sl_trainer_total_steps(used), 0);
    sl_trainer_train(used, 12);
    sl_trainer_train(fresh, 12);
    CHECK(same_weights(used, fresh));
    sl_trainer_free(used);
    sl_trainer_free(fresh);
}

static void the_history_grows_with_the_epochs(void)
{
    sl_settings settings = small();
    settings.points = 4;
    settings.batch_size = 10000; /* one step an epoch */
    sl_trainer *trainer = make(&settings);
    CHECK_INT(sl_trainer_steps_per_epoch(trainer), 1);
    CHECK_INT(sl_trainer_train(trainer, 1), SL_OK);
    double first = history(trainer, 0, 0);
    double first_accuracy = history(trainer, 0, 1);
    CHECK_INT(sl_trainer_train(trainer, 299), SL_OK);
    CHECK_INT(sl_trainer_epoch(trainer), 300);
    CHECK_NEAR(history(trainer, 0, 0), first, 0.0);
    CHECK_NEAR(history(trainer, 0, 1), first_accuracy, 0.0);
    CHECK(history(trainer, 299, 0) < first);
    sl_trainer_free(trainer);
}

static void the_learning_rate_changes_on_the_way(void)
{
    sl_settings settings = small();
    sl_trainer *trainer = make(&settings), *other = make(&settings);
    sl_trainer_train(trainer, 7);
    sl_trainer_train(other, 7);
    CHECK_INT(sl_trainer_set(other, setting("learning_rate"), NAN), SL_ERROR_LEARNING_RATE);
    CHECK_INT(sl_trainer_set(other, setting("learning_rate"), 0.001), SL_OK);
    CHECK_INT(sl_trainer_total_steps(other), 7);
    CHECK(same_weights(trainer, other));
    sl_trainer_train(trainer, 1);
    sl_trainer_train(other, 1);
    CHECK(!same_weights(trainer, other));
    sl_trainer_free(trainer);
    sl_trainer_free(other);
}

/* A NaN put into a weight stands for a run that blew up. */
static void divergence_keeps_the_last_finite_epoch(void)
{
    sl_settings settings = small();
    sl_trainer *trainer = make(&settings), *healthy = make(&settings);
    sl_trainer_train(trainer, 5);
    sl_trainer_train(healthy, 5);
    sl_trainer_train(trainer, 2);

    float *weights = weights_of(trainer);
    weights[0] = NAN;
    sl_trainer_set_weights(trainer, weights);
    CHECK_INT(sl_trainer_train(trainer, 1), SL_ERROR_DIVERGED);
    CHECK_INT(sl_trainer_diverged_step(trainer), 8);
    CHECK_INT(sl_trainer_epoch(trainer), 1);
    CHECK_INT(sl_trainer_step(trainer), 0);
    CHECK(same_weights(trainer, healthy));

    CHECK_INT(sl_trainer_train(trainer, 9), SL_OK); /* usable, and as if nothing had happened */
    sl_trainer_train(healthy, 9);
    CHECK(same_weights(trainer, healthy));
    free(weights);
    sl_trainer_free(trainer);
    sl_trainer_free(healthy);
}

/* Linear layers with momentum, which blow up within a step an epoch. */
static sl_settings explosive(void)
{
    const double units[] = {32, 8, 32};
    sl_settings settings;
    sl_settings_init(&settings);
    sl_settings_set_layers(&settings, units, NULL, 3);
    settings.activation = SL_LINEAR;
    settings.optimizer = SL_MOMENTUM;
    settings.learning_rate = 0.5;
    return settings;
}

/* Where an epoch left finite weights that are too large for any step, the one before it is kept. */
static void a_divergence_leaves_what_can_be_trained_on(void)
{
    int diverged = 0;
    for (int64_t seed = 0; seed < 300; seed++) {
        sl_settings settings = explosive();
        settings.points = 10 + seed % 40;
        settings.seed = seed;
        settings.batch_norm = seed % 5 == 0;
        settings.validation_split = seed % 3 ? 0.0 : 0.2;
        sl_trainer *trainer = make(&settings);
        if (sl_trainer_train(trainer, 1000) == SL_ERROR_DIVERGED) {
            diverged++;
            double loss;
            sl_trainer_evaluate(trainer, false, &loss, NULL, NULL);
            CHECK(isfinite(loss));
            CHECK_INT(sl_trainer_set(trainer, setting("learning_rate"), 0.05), SL_OK);
            CHECK_INT(sl_trainer_train(trainer, 1), SL_OK);
        }
        sl_trainer_free(trainer);
    }
    CHECK(diverged > 100);
}

static void a_first_step_that_diverges_leads_to_the_epoch_before(void)
{
    sl_settings settings = impatient(50);
    settings.min_delta = 0.0;
    settings.schedule = SL_PLATEAU;
    settings.plateau_patience = 1;
    settings.learning_rate = 1e-5; /* the plateau counts, and no epoch is the best for long */
    sl_trainer *trainer = make(&settings), *healthy = make(&settings);
    sl_trainer_train(trainer, 25);
    sl_trainer_train(healthy, 20);
    float *weights = weights_of(trainer);
    weights[0] = INFINITY;
    sl_trainer_set_weights(trainer, weights);
    CHECK_INT(sl_trainer_train(trainer, 1), SL_ERROR_DIVERGED);
    CHECK_INT(sl_trainer_diverged_step(trainer), 26);
    CHECK_INT(sl_trainer_epoch(trainer), 4);
    CHECK_INT(sl_trainer_total_steps(trainer), 20);
    CHECK(same_weights(trainer, healthy));
    CHECK_NEAR(sl_trainer_rate(trainer), sl_trainer_rate(healthy), 0.0);
    for (int i = 0; i < 40; i++) { /* the best weights, too, are those of an epoch that is kept */
        CHECK_INT(sl_trainer_train(trainer, 5), SL_OK);
        sl_trainer_train(healthy, 5);
        CHECK(same_weights(trainer, healthy));
        CHECK_INT(sl_trainer_best_epoch(trainer), sl_trainer_best_epoch(healthy));
    }
    free(weights);
    sl_trainer_free(trainer);
    sl_trainer_free(healthy);
}

static sl_trainer *with_points(const sl_settings *settings, const float *x, int32_t samples)
{
    const uint8_t y[] = {0, 1, 0, 1, 0, 1, 0, 1};
    sl_dataset *data;
    sl_trainer *trainer;
    CHECK_INT(sl_dataset_from_points(x, y, samples, 2, &data), SL_OK);
    CHECK_INT(sl_trainer_create(settings, data, &trainer), SL_OK);
    sl_dataset_free(data);
    return trainer;
}

static void where_no_rate_helps_the_status_says_so(void)
{
    const float x[] = {1e38f, -1e38f, 3e38f, 2e38f, -3e38f, 1e38f, 2e38f, 1e38f};
    sl_settings settings = small();
    sl_trainer *trainer = with_points(&settings, x, 4);
    float *before = weights_of(trainer);
    for (int i = 0; i < 2; i++) {
        CHECK_INT(sl_trainer_train(trainer, 10), SL_ERROR_NOT_FINITE);
        CHECK(sl_trainer_diverged_step(trainer) >= 1);
        CHECK_INT(sl_trainer_epoch(trainer) + sl_trainer_step(trainer), 0);
        float *after = weights_of(trainer);
        CHECK(memcmp(before, after, (size_t)sl_trainer_parameters(trainer) * sizeof *after) == 0);
        free(after);
        sl_trainer_set(trainer, setting("learning_rate"), 1e-8);
    }
    free(before);
    sl_trainer_free(trainer);
}

/* No gradient holds these weights: the second time, what the momentum carries is dropped. */
static void momentum_alone_does_not_keep_a_run_from_going_on(void)
{
    sl_settings settings = small();
    settings.optimizer = SL_MOMENTUM;
    settings.momentum = 0.9999;
    settings.learning_rate = 1000;
    settings.activation = SL_LINEAR;
    sl_trainer *trainer = make(&settings);
    sl_status status = sl_trainer_train(trainer, 1000);
    CHECK_INT(status, SL_ERROR_DIVERGED);
    for (int i = 0; i < 10 && status; i++) {
        double lower = sl_trainer_settings(trainer)->learning_rate / 10;
        CHECK_INT(sl_trainer_set(trainer, setting("learning_rate"), lower), SL_OK);
        status = sl_trainer_train(trainer, 100);
    }
    CHECK_INT(status, SL_OK);
    sl_trainer_free(trainer);
}

/* One point far away, which is set aside: the training loss stays finite. */
static void a_validation_loss_that_is_not_finite_is_a_divergence(void)
{
    int told = 0;
    for (int64_t seed = 0; seed < 20; seed++) {
        float x[] = {0, 1, 1, 0, 1, 1, 0, 0, 3e38f, 3e38f, 0, 2, 2, 0, 1, 2};
        sl_settings settings = small();
        settings.validation_split = 0.25;
        settings.seed = seed;
        sl_trainer *trainer = with_points(&settings, x, 8);
        sl_status status = sl_trainer_train(trainer, 30);
        CHECK(status == SL_OK || status == SL_ERROR_NOT_FINITE || status == SL_ERROR_DIVERGED);
        for (int e = 0; e < sl_trainer_epoch(trainer); e++) CHECK(isfinite(history(trainer, e, 2)));
        told += status == SL_ERROR_NOT_FINITE && sl_trainer_epoch(trainer) == 0;
        sl_trainer_free(trainer);
    }
    CHECK(told > 0);
}

static void evaluation_counts_what_prediction_says(void)
{
    sl_settings settings = small();
    sl_trainer *trainer = make(&settings);
    sl_dataset *data;
    uint8_t predicted[150];
    uint32_t confusion[9], expected[9];
    double loss, accuracy;
    sl_dataset_create(&settings, &data);
    sl_trainer_train(trainer, 50);
    sl_trainer_evaluate(trainer, false, &loss, &accuracy, confusion);
    sl_trainer_predict(trainer, NULL, predicted, sl_dataset_x(data), 150);
    sl_confusion_matrix(expected, sl_dataset_y(data), predicted, 150, 3);
    CHECK_INT(memcmp(confusion, expected, sizeof confusion), 0);
    CHECK_NEAR(accuracy, (confusion[0] + confusion[4] + confusion[8]) / 150.0, 1e-15);
    CHECK(loss > 0.0 && loss < 1.0986);
    sl_dataset_free(data);
    sl_trainer_free(trainer);
}

static void a_validation_split_is_set_aside(void)
{
    sl_settings settings = small();
    settings.validation_split = 0.2;
    settings.l2 = 0.01;
    sl_trainer *trainer = make(&settings);
    uint8_t mask[150];
    float losses[150];
    double loss, accuracy, sums[2] = {0, 0};
    int counts[2] = {0, 0};
    CHECK_INT(sl_trainer_samples(trainer, false), 120);
    CHECK_INT(sl_trainer_samples(trainer, true), 30);
    CHECK_INT(sl_trainer_steps_per_epoch(trainer), 4);
    sl_trainer_train(trainer, 12);

    sl_trainer_validation_mask(trainer, mask);
    sl_trainer_sample_losses(trainer, losses);
    for (int i = 0; i < 150; i++) {
        counts[mask[i]]++;
        sums[mask[i]] += (double)losses[i];
    }
    CHECK_INT(counts[1], 30);
    sl_trainer_evaluate(trainer, false, &loss, NULL, NULL);
    CHECK_NEAR(loss, sums[0] / 120, 1e-5);
    sl_trainer_evaluate(trainer, true, &loss, &accuracy, NULL);
    CHECK_NEAR(loss, sums[1] / 30, 1e-5);
    CHECK_NEAR(history(trainer, 2, 2), loss + sl_trainer_penalty(trainer), 1e-12);
    CHECK_NEAR(history(trainer, 2, 3), accuracy, 0.0);
    CHECK(sl_trainer_penalty(trainer) > 0.01);
    CHECK(counts[1] > 0 && mask[0] + mask[1] + mask[149] < 3); /* not just the tail */

    sl_trainer *again = make(&settings);
    sl_trainer_reset(trainer);
    CHECK(same_weights(trainer, again));
    sl_trainer_train(trainer, 7);
    sl_trainer_train(again, 7);
    CHECK(same_weights(trainer, again));
    sl_trainer_free(again);
    sl_trainer_free(trainer);
}

/* The points of three classes, of which one is rare: 60, 25 and 5, one amid the other. */
static sl_dataset *unbalanced(uint8_t y[90])
{
    float x[180];
    sl_dataset *data;
    for (int i = 0; i < 90; i++) {
        y[i] = i % 18 == 4 ? 2 : i % 18 % 3 == 1 ? 1 : 0;
        x[2 * i] = (float)i;
        x[2 * i + 1] = (float)(i * i);
    }
    CHECK_INT(sl_dataset_from_points(x, y, 90, 3, &data), SL_OK);
    return data;
}

/* The rule of the header, word by word; and what of it goes into the next draw. */
static void a_stratified_split_has_its_share_of_each_class(void)
{
    sl_settings settings = small();
    sl_trainer *trainer, *plain;
    uint8_t y[90], mask[90], expected[90] = {0};
    int32_t order[90];
    int sizes[3] = {0};
    sl_random random;
    sl_dataset *data = unbalanced(y);
    settings.validation_split = 0.3;
    settings.seed = 5;
    CHECK_INT(sl_trainer_create(&settings, data, &plain), SL_OK);
    settings.stratify = 1;
    CHECK_INT(sl_trainer_create(&settings, data, &trainer), SL_OK);

    sl_random_seed(&random, 5);
    sl_random_permutation(&random, order, 90);
    for (int k = 0; k < 3; k++) {
        int32_t group[90], count = 0;
        for (int i = 0; i < 90; i++)
            if (y[order[i]] == k) group[count++] = order[i];
        sizes[k] = count;
        for (int i = count - (int)(0.3 * count + 0.5); i < count; i++) expected[group[i]] = 1;
    }
    CHECK(sizes[0] == 60 && sizes[1] == 25 && sizes[2] == 5);
    sl_trainer_validation_mask(trainer, mask);
    CHECK(memcmp(mask, expected, sizeof mask) == 0);
    CHECK_INT(sl_trainer_samples(trainer, true), 18 + 8 + 2);
    sl_trainer_validation_mask(plain, mask);
    CHECK_INT(sl_trainer_samples(plain, true), 27);
    CHECK(memcmp(mask, expected, sizeof mask) != 0);
    CHECK(same_weights(trainer, plain)); /* one draw in either case */

    sl_trainer_train(trainer, 3);
    sl_trainer_reset(trainer);
    CHECK(same_weights(trainer, plain));
    sl_trainer_free(trainer);
    sl_trainer_free(plain);
    sl_dataset_free(data);
}

static void without_a_split_there_is_nothing_to_validate(void)
{
    sl_settings settings = small();
    sl_trainer *trainer = make(&settings);
    sl_trainer_train(trainer, 5);
    CHECK(isnan(history(trainer, 0, 2)) && isnan(history(trainer, 0, 3)));
    CHECK_INT(sl_trainer_samples(trainer, true), 0);
    sl_trainer_free(trainer);
}

static void a_split_that_leaves_nothing_is_refused(void)
{
    sl_settings settings = small();
    sl_dataset *data;
    sl_trainer *trainer;
    settings.points = 1;
    settings.validation_split = 0.1; /* of 3 samples: none */
    sl_dataset_create(&settings, &data);
    CHECK_INT(sl_trainer_create(&settings, data, &trainer), SL_ERROR_SPLIT);
    settings.validation_split = 0.9; /* all three */
    CHECK_INT(sl_trainer_create(&settings, data, &trainer), SL_ERROR_SPLIT);
    CHECK(trainer == NULL);
    settings.stratify = 1; /* of one sample a class: none, or each */
    CHECK_INT(sl_trainer_create(&settings, data, &trainer), SL_ERROR_SPLIT);
    settings.validation_split = 0.4;
    CHECK_INT(sl_trainer_create(&settings, data, &trainer), SL_ERROR_SPLIT);
    settings.stratify = 0; /* of all three: one */
    CHECK_INT(sl_trainer_create(&settings, data, &trainer), SL_OK);
    sl_trainer_free(trainer);
    sl_dataset_free(data);
}

static void early_stopping_stops_restores_and_goes_on(void)
{
    sl_settings settings = impatient(3);
    sl_trainer *trainer = make(&settings), *one = make(&settings);
    CHECK_INT(sl_trainer_train(trainer, 1000), SL_OK);
    CHECK(sl_trainer_stopped(trainer));
    int32_t best = sl_trainer_best_epoch(trainer);
    CHECK(best >= 1);
    CHECK_INT(sl_trainer_epoch(trainer), best + 3);
    sl_trainer_train(one, 5 * best);
    CHECK(same_weights(trainer, one)); /* those of the best epoch */
    CHECK_INT(sl_trainer_train(trainer, 5), SL_OK);
    CHECK(!sl_trainer_stopped(trainer));
    CHECK_INT(sl_trainer_epoch(trainer), best + 4);
    sl_trainer_free(trainer);
    sl_trainer_free(one);
}

/* Keras 3 restores at the end of every fit, not only of one that stops early. */
static void the_best_weights_come_back_at_the_end_of_the_epochs(void)
{
    sl_settings settings = impatient(50);
    settings.epochs = 9;
    sl_trainer *trainer = make(&settings), *other = make(&settings);
    CHECK_INT(sl_trainer_train(trainer, 5 * 9), SL_OK);
    CHECK(!sl_trainer_stopped(trainer));
    const int32_t best = sl_trainer_best_epoch(trainer);
    CHECK(best >= 1 && best < 9);
    sl_trainer_train(other, 5 * best);
    CHECK(same_weights(trainer, other));

    sl_trainer_train(trainer, 5); /* another fit, whose first epoch is its best so far */
    CHECK_INT(sl_trainer_best_epoch(trainer), 10);
    settings.restore_best_weights = 0;
    sl_trainer *last = make(&settings);
    sl_trainer_train(last, 5 * 9);
    CHECK(!same_weights(last, other));
    sl_trainer_free(trainer);
    sl_trainer_free(other);
    sl_trainer_free(last);
}

static void a_plateau_lowers_the_rate(void)
{
    sl_settings settings = small();
    settings.schedule = SL_PLATEAU;
    settings.plateau_patience = 2;
    settings.decay_rate = 0.5;
    settings.learning_rate = 1e-8; /* no epoch is better than the first by 1e-4 */
    sl_trainer *trainer = make(&settings);
    sl_trainer_train(trainer, 5 * 7);
    const double rates[] = {1, 1, 1, 0.5, 0.5, 0.25, 0.25};
    for (int i = 0; i < 7; i++) CHECK_NEAR(history(trainer, i, 4), 1e-8 * rates[i], 1e-20);
    CHECK_NEAR(sl_trainer_rate(trainer), 1e-8 * 0.125, 1e-20);
    sl_trainer_free(trainer);
}

static void schedules_follow_their_formulas(void)
{
    sl_settings settings = small();
    settings.decay_steps = 10;
    settings.decay_rate = 0.5;
    for (int schedule = SL_CONSTANT; schedule <= SL_COSINE; schedule++) {
        settings.schedule = schedule;
        sl_trainer *trainer = make(&settings);
        for (int t = 0; t < 25; t++) {
            double expected[] = {1, pow(0.5, t / 10), pow(0.5, t / 10.0),
                                 0.5 * (1 + cos(acos(-1.0) * fmin(t, 10) / 10))};
            CHECK_NEAR(sl_trainer_rate(trainer), 0.01 * expected[schedule], 1e-16);
            sl_trainer_train(trainer, 1);
        }
        sl_trainer_free(trainer);
    }
}

static void clipping_bounds_the_step(void)
{
    sl_settings settings = small();
    settings.optimizer = SL_SGD;
    settings.learning_rate = 1.0;
    settings.clip_norm = 0.01;
    sl_trainer *trainer = make(&settings);
    float *before = weights_of(trainer);
    sl_trainer_train(trainer, 1);
    float *after = weights_of(trainer);
    double squares = 0.0;
    for (int32_t i = 0; i < sl_trainer_parameters(trainer); i++)
        squares += pow((double)after[i] - (double)before[i], 2);
    CHECK_NEAR(sqrt(squares), 0.01, 1e-5);
    free(before);
    free(after);
    sl_trainer_free(trainer);
}

static void what_may_change_on_the_way_changes_and_the_rest_does_not(void)
{
    sl_settings settings = small();
    sl_trainer *trainer = make(&settings);
    sl_trainer_train(trainer, 5);
    double before = sl_trainer_penalty(trainer);
    CHECK_INT(sl_trainer_set(trainer, setting("l2"), 0.1), SL_OK);
    CHECK(before == 0.0 && sl_trainer_penalty(trainer) > 0.0);
    CHECK_INT(sl_trainer_set(trainer, setting("l2"), -1), SL_ERROR_L2);
    CHECK_INT(sl_trainer_set(trainer, setting("batch_size"), 16), SL_ERROR_FIXED);
    CHECK_INT(sl_trainer_set(trainer, setting("batch_size"), 32), SL_OK); /* as it was */
    CHECK_INT(sl_trainer_settings(trainer)->batch_size, 32);
    CHECK_NEAR(sl_trainer_settings(trainer)->l2, 0.1, 0.0);
    CHECK_INT(sl_trainer_epoch(trainer), 1);
    sl_trainer_free(trainer);
}

/* A rate so high that plain gradient descent leaves the finite numbers. */
static void a_run_that_blows_up_is_caught(void)
{
    sl_settings settings = small();
    settings.optimizer = SL_SGD;
    settings.activation = SL_LINEAR;
    settings.learning_rate = 1000;
    settings.l2 = 10;
    sl_trainer *trainer = make(&settings), *fresh = make(&settings);
    CHECK_INT(sl_trainer_train(trainer, 500), SL_ERROR_DIVERGED);
    CHECK(sl_trainer_diverged_step(trainer) > 0);
    CHECK_INT(sl_trainer_epoch(trainer), 0);
    CHECK(same_weights(trainer, fresh));
    sl_trainer_set(trainer, setting("learning_rate"), 0.01);
    CHECK_INT(sl_trainer_train(trainer, 5), SL_OK);
    sl_trainer_free(trainer);
    sl_trainer_free(fresh);
}

static void what_is_too_large_is_refused_before_it_is_allocated(void)
{
    const double units[] = {1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024};
    sl_settings settings = small();
    sl_dataset *data;
    sl_trainer *trainer = (sl_trainer *)&settings;
    sl_settings_set_layers(&settings, units, NULL, 8);
    CHECK_INT(sl_dataset_create(&settings, &data), SL_OK);
    CHECK(sl_trainer_bytes(&settings, data) > sl_trainer_max_bytes());
    CHECK_INT(sl_trainer_create(&settings, data, &trainer), SL_ERROR_TOO_LARGE);
    CHECK(trainer == NULL);

    int64_t *last = &settings.units[7]; /* as wide as can be: one unit more is too much */
    settings.units[2] = settings.units[3] = settings.units[4] = settings.units[5] = 16;
    settings.units[6] = 1024;
    for (*last = 1024; sl_trainer_bytes(&settings, data) > sl_trainer_max_bytes();) --*last;
    CHECK(*last > 1 && *last < 1024);
    CHECK_INT(sl_trainer_create(&settings, data, &trainer), SL_OK);
    sl_trainer_free(trainer);
    ++*last;
    CHECK_INT(sl_trainer_create(&settings, data, &trainer), SL_ERROR_TOO_LARGE);
    sl_dataset_free(data);
}

/* Two thousand million steps and more are within the settings: 10,000 epochs of 200,000 batches. */
static void steps_count_beyond_32_bits(void)
{
    sl_settings settings = small();
    settings.batch_size = 1;
    sl_trainer *trainer = make(&settings);
    trainer->now.epoch = INT32_MAX - 1;
    CHECK_INT(sl_trainer_total_steps(trainer), 150ll * (INT32_MAX - 1));
    CHECK(sl_trainer_rate(trainer) > 0);
    trainer->now.epoch = 0;
    sl_trainer_free(trainer);
}

/* Settings that were never checked are not computed with. */
static void no_size_is_told_of_settings_that_are_refused(void)
{
    sl_settings settings = small(), bad = small();
    sl_dataset *data;
    CHECK_INT(sl_dataset_create(&settings, &data), SL_OK);
    CHECK(isfinite(sl_trainer_bytes(&settings, data)));
    bad.hidden_layers = 100;
    CHECK(isinf(sl_trainer_bytes(&bad, data)));
    bad = small();
    bad.units[1] = 1 << 30;
    CHECK(isinf(sl_trainer_bytes(&bad, data)));
    bad = small();
    bad.validation_split = 0.0001;
    CHECK(isinf(sl_trainer_bytes(&bad, data)));
    sl_dataset_free(data);
}

int main(void)
{
    the_article_run_starts_as_in_numpy();
    the_way_the_steps_are_asked_for_does_not_matter();
    reset_leads_back_to_the_start();
    the_history_grows_with_the_epochs();
    the_learning_rate_changes_on_the_way();
    divergence_keeps_the_last_finite_epoch();
    a_divergence_leaves_what_can_be_trained_on();
    a_first_step_that_diverges_leads_to_the_epoch_before();
    where_no_rate_helps_the_status_says_so();
    momentum_alone_does_not_keep_a_run_from_going_on();
    a_validation_loss_that_is_not_finite_is_a_divergence();
    evaluation_counts_what_prediction_says();
    a_validation_split_is_set_aside();
    a_stratified_split_has_its_share_of_each_class();
    without_a_split_there_is_nothing_to_validate();
    a_split_that_leaves_nothing_is_refused();
    early_stopping_stops_restores_and_goes_on();
    the_best_weights_come_back_at_the_end_of_the_epochs();
    a_plateau_lowers_the_rate();
    schedules_follow_their_formulas();
    clipping_bounds_the_step();
    what_may_change_on_the_way_changes_and_the_rest_does_not();
    a_run_that_blows_up_is_caught();
    what_is_too_large_is_refused_before_it_is_allocated();
    steps_count_beyond_32_bits();
    no_size_is_told_of_settings_that_are_refused();
    sl_trainer_free(NULL);
    return check_verdict();
}
