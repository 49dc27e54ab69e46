#include <stdlib.h>

#include "check.h"
#include "spiral_lab.h"

static sl_trainer *make(const sl_settings *settings) {
    sl_dataset *data;
    sl_trainer *trainer;
    CHECK_INT(sl_dataset_create(settings, &data), SL_OK);
    CHECK_INT(sl_trainer_create(settings, data, &trainer), SL_OK);
    sl_dataset_free(data);
    return trainer;
}

static sl_settings small(void) {
    const double units[] = {12, 7};
    sl_settings settings;
    sl_settings_init(&settings);
    settings.points = 50; /* 150 samples: 4 batches of 32 and one of 22 */
    sl_settings_set_layers(&settings, units, 2);
    return settings;
}

static float *weights_of(const sl_trainer *trainer) {
    float *weights = malloc((size_t)sl_trainer_parameters(trainer) * sizeof *weights);
    sl_trainer_get_weights(trainer, weights);
    return weights;
}

static bool same_weights(const sl_trainer *a, const sl_trainer *b) {
    float *of_a = weights_of(a), *of_b = weights_of(b);
    bool same = memcmp(of_a, of_b, (size_t)sl_trainer_parameters(a) * sizeof *of_a) == 0;
    free(of_a);
    free(of_b);
    return same;
}

/* From NumPy's float64 run of the same seeds. */
static void the_article_run_starts_as_in_numpy(void) {
    sl_settings settings;
    sl_settings_init(&settings);
    sl_trainer *trainer = make(&settings);
    CHECK_INT(sl_trainer_parameters(trainer), 11299);
    CHECK_INT(sl_trainer_steps_per_epoch(trainer), 47);
    CHECK(isnan(sl_trainer_loss(trainer)));

    CHECK_INT(sl_trainer_train(trainer, 94), SL_OK);
    CHECK_INT(sl_trainer_epoch(trainer), 2);
    CHECK_NEAR(sl_trainer_history_loss(trainer)[0], 0.5210018363020535, 1e-5);
    CHECK_NEAR(sl_trainer_history_loss(trainer)[1], 0.1405045525114445, 1e-5);
    CHECK_NEAR(sl_trainer_history_accuracy(trainer)[0], 0.7726666666666666, 1e-3);
    CHECK_NEAR(sl_trainer_history_accuracy(trainer)[1], 0.948, 1e-3);
    CHECK_NEAR(sl_trainer_loss(trainer), sl_trainer_history_loss(trainer)[1], 0.0);
    sl_trainer_free(trainer);
}

static void the_way_the_steps_are_asked_for_does_not_matter(void) {
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

static void reset_leads_back_to_the_start(void) {
    sl_settings settings = small();
    sl_trainer *used = make(&settings), *fresh = make(&settings);
    sl_trainer_train(used, 8);
    sl_trainer_reset(used);
    CHECK(same_weights(used, fresh));
    CHECK_INT(sl_trainer_epoch(used) + sl_trainer_step(used) + sl_trainer_total_steps(used), 0);
    sl_trainer_train(used, 12);
    sl_trainer_train(fresh, 12);
    CHECK(same_weights(used, fresh));
    sl_trainer_free(used);
    sl_trainer_free(fresh);
}

static void the_history_grows_with_the_epochs(void) {
    sl_settings settings = small();
    settings.points = 4;
    settings.batch_size = 10000; /* one step an epoch */
    sl_trainer *trainer = make(&settings);
    CHECK_INT(sl_trainer_steps_per_epoch(trainer), 1);
    CHECK_INT(sl_trainer_train(trainer, 1), SL_OK);
    double first = sl_trainer_history_loss(trainer)[0];
    double first_accuracy = sl_trainer_history_accuracy(trainer)[0];
    CHECK_INT(sl_trainer_train(trainer, 299), SL_OK);
    CHECK_INT(sl_trainer_epoch(trainer), 300);
    CHECK_NEAR(sl_trainer_history_loss(trainer)[0], first, 0.0);
    CHECK_NEAR(sl_trainer_history_accuracy(trainer)[0], first_accuracy, 0.0);
    CHECK(sl_trainer_history_loss(trainer)[299] < first);
    sl_trainer_free(trainer);
}

static void the_learning_rate_changes_on_the_way(void) {
    sl_settings settings = small();
    sl_trainer *trainer = make(&settings), *other = make(&settings);
    sl_trainer_train(trainer, 7);
    sl_trainer_train(other, 7);
    CHECK_INT(sl_trainer_set_learning_rate(other, NAN), SL_ERROR_LEARNING_RATE);
    CHECK_INT(sl_trainer_set_learning_rate(other, 0.001), SL_OK);
    CHECK_INT(sl_trainer_total_steps(other), 7);
    CHECK(same_weights(trainer, other));
    sl_trainer_train(trainer, 1);
    sl_trainer_train(other, 1);
    CHECK(!same_weights(trainer, other));
    sl_trainer_free(trainer);
    sl_trainer_free(other);
}

/* A NaN put into a weight stands for a run that blew up. */
static void divergence_keeps_the_last_finite_epoch(void) {
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

static void evaluation_counts_what_prediction_says(void) {
    sl_settings settings = small();
    sl_trainer *trainer = make(&settings);
    sl_dataset *data;
    uint8_t predicted[150];
    uint32_t confusion[9], expected[9];
    double loss, accuracy;
    sl_dataset_create(&settings, &data);
    sl_trainer_train(trainer, 50);
    sl_trainer_evaluate(trainer, &loss, &accuracy, confusion);
    sl_trainer_predict(trainer, NULL, predicted, sl_dataset_x(data), 150);
    sl_confusion_matrix(expected, sl_dataset_y(data), predicted, 150, 3);
    CHECK_INT(memcmp(confusion, expected, sizeof confusion), 0);
    CHECK_NEAR(accuracy, (confusion[0] + confusion[4] + confusion[8]) / 150.0, 1e-15);
    CHECK(loss > 0.0 && loss < 1.0986);
    sl_dataset_free(data);
    sl_trainer_free(trainer);
}

static void what_is_too_large_is_refused_before_it_is_allocated(void) {
    const double units[] = {1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024};
    sl_settings settings = small();
    sl_dataset *data;
    sl_trainer *trainer = (sl_trainer *)&settings;
    sl_settings_set_layers(&settings, units, 8);
    CHECK_INT(sl_dataset_create(&settings, &data), SL_OK);
    CHECK(sl_trainer_bytes(&settings, data) > SL_MAX_MEGABYTES * 1e6);
    CHECK_INT(sl_trainer_create(&settings, data, &trainer), SL_ERROR_TOO_LARGE);
    CHECK(trainer == NULL);
    sl_dataset_free(data);
}

int main(void) {
    the_article_run_starts_as_in_numpy();
    the_way_the_steps_are_asked_for_does_not_matter();
    reset_leads_back_to_the_start();
    the_history_grows_with_the_epochs();
    the_learning_rate_changes_on_the_way();
    divergence_keeps_the_last_finite_epoch();
    evaluation_counts_what_prediction_says();
    what_is_too_large_is_refused_before_it_is_allocated();
    sl_trainer_free(NULL);
    return check_verdict();
}
