/* Points of the host's own, and training that goes on with other points. */
#include "support.h"

static sl_dataset *points_of(const sl_settings *settings)
{
    sl_dataset *data;
    CHECK_INT(sl_dataset_create(settings, &data), SL_OK);
    return data;
}

static sl_trainer *moved(const sl_trainer *trainer, const sl_dataset *data)
{
    sl_trainer *other;
    CHECK_INT(sl_trainer_with_data(trainer, data, &other), SL_OK);
    return other;
}

static void given_points_are_not_made(void)
{
    sl_settings settings = small();
    sl_dataset *data;
    settings.dataset = SL_GIVEN;
    CHECK_INT(sl_settings_check(&settings), SL_OK);
    CHECK_INT(sl_dataset_create(&settings, &data), SL_ERROR_GIVEN);
    CHECK(data == NULL);
    CHECK_INT(sl_dataset_create_sized(&settings, 30, &data), SL_ERROR_GIVEN);
    CHECK(data == NULL);
}

static void given_points_train_as_the_same_points_made(void)
{
    sl_settings settings = small();
    sl_dataset *data = points_of(&settings);
    sl_trainer *made = make(&settings), *given;
    settings.dataset = SL_GIVEN;
    CHECK_INT(sl_trainer_create(&settings, data, &given), SL_OK);
    sl_trainer_train(made, 12);
    sl_trainer_train(given, 12);
    CHECK(same_weights(made, given));
    sl_trainer_free(made);
    sl_trainer_free(given);
    sl_dataset_free(data);
}

/* Between two epochs, the same points change nothing. */
static void training_goes_on_with_the_same_points_as_if_nothing_had_happened(void)
{
    sl_settings settings = small();
    settings.dropout = 0.2;
    settings.batch_norm = 1;
    settings.validation_split = 0.2;
    sl_dataset *data = points_of(&settings);
    sl_trainer *whole = make(&settings), *first = make(&settings);
    const int32_t epoch = sl_trainer_steps_per_epoch(whole);

    sl_trainer_train(whole, 5 * epoch);
    sl_trainer_train(first, 2 * epoch);
    sl_trainer *then = moved(first, data);
    CHECK(same_weights(first, then));
    CHECK_INT(sl_trainer_epoch(then), 2);
    sl_trainer_train(then, 3 * epoch);
    CHECK(same_weights(whole, then));
    CHECK(memcmp(sl_trainer_history(whole), sl_trainer_history(then),
                 5 * SL_HISTORY_COLUMNS * sizeof(double)) == 0);
    sl_trainer_free(whole);
    sl_trainer_free(first);
    sl_trainer_free(then);
    sl_dataset_free(data);
}

static void training_goes_on_with_other_points(void)
{
    sl_settings settings = small(), more = small();
    more.points = 70;
    more.data_seed = 5;
    sl_dataset *data = points_of(&more);
    sl_trainer *before = make(&settings), *fresh = make(&more);
    const int32_t epoch = sl_trainer_steps_per_epoch(before);
    sl_trainer_train(before, 2 * epoch + 2); /* amid an epoch */
    sl_trainer *after = moved(before, data);

    CHECK(same_weights(before, after));
    CHECK(!same_weights(fresh, after));
    CHECK_INT(sl_trainer_epoch(after), 2);
    CHECK_INT(sl_trainer_step(after), 0);
    CHECK_INT(sl_trainer_samples(after, false), 210);
    CHECK_NEAR(sl_trainer_loss(after), sl_trainer_history(before)[SL_HISTORY_COLUMNS], 0.0);
    CHECK_INT(sl_trainer_train(after, sl_trainer_steps_per_epoch(after)), SL_OK);
    CHECK_INT(sl_trainer_epoch(after), 3);

    sl_trainer_reset(after);
    CHECK(same_weights(after, fresh));
    sl_trainer_train(after, 9);
    sl_trainer_train(fresh, 9);
    CHECK(same_weights(after, fresh));
    sl_trainer_free(before);
    sl_trainer_free(fresh);
    sl_trainer_free(after);
    sl_dataset_free(data);
}

static void points_of_more_classes_are_refused(void)
{
    sl_settings settings = small(), more = small();
    more.classes = 4;
    sl_dataset *data = points_of(&more);
    sl_trainer *trainer = make(&settings), *other;
    CHECK_INT(sl_trainer_with_data(trainer, data, &other), SL_ERROR_CLASSES);
    CHECK(other == NULL);
    sl_trainer_free(trainer);
    sl_dataset_free(data);
}

/* The losses of other points tell nothing about a plateau of these. */
static void what_was_watched_is_forgotten(void)
{
    sl_settings settings = impatient(3);
    sl_dataset *data = points_of(&settings);
    sl_trainer *trainer = make(&settings);
    sl_trainer_train(trainer, 2 * sl_trainer_steps_per_epoch(trainer));
    CHECK(sl_trainer_best_epoch(trainer) > 0);
    sl_trainer *other = moved(trainer, data);
    CHECK_INT(sl_trainer_best_epoch(other), 0);
    sl_trainer_free(trainer);
    sl_trainer_free(other);
    sl_dataset_free(data);
}

int main(void)
{
    given_points_are_not_made();
    given_points_train_as_the_same_points_made();
    training_goes_on_with_the_same_points_as_if_nothing_had_happened();
    training_goes_on_with_other_points();
    points_of_more_classes_are_refused();
    what_was_watched_is_forgotten();
    return check_verdict();
}
