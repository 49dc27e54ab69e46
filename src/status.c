#include "spiral_lab.h"

#define TEXT_OF(number) #number
#define TEXT(number)    TEXT_OF(number)

static const struct {
    const char *name, *message;
} statuses[SL_STATUS_COUNT] = {
    [SL_OK] = {"ok", "Everything went well."},
    [SL_ERROR_MEMORY] = {"memory", "There is not enough memory left for this."},
    [SL_ERROR_TOO_LARGE] = {"too_large",
                            "These settings together need more than " TEXT(
                                SL_MAX_MEGABYTES) " MB; use fewer or smaller layers, a smaller "
                                                  "batch size or fewer points."},
    [SL_ERROR_DIVERGED] = {"diverged",
                           "Training diverged: the loss is no longer a finite number. The last "
                           "finite epoch was kept; a smaller learning rate usually helps."},
    [SL_ERROR_POINTS_X] = {"points_x", "Every coordinate must be a finite number."},
    [SL_ERROR_POINTS_Y] = {"points_y", "Every label must be a whole number from 0 to one less than "
                                       "the number of classes."},
    [SL_ERROR_SAMPLES] = {"samples", "The number of samples must be from 1 to 100000."},
    [SL_ERROR_DIGITS] = {"digits", "The number of digits must be a whole number from 0 to 12."},
    [SL_ERROR_CLASSES] = {"classes", "The number of classes must be a whole number from 2 to " TEXT(
                                         SL_MAX_CLASSES) "."},
    [SL_ERROR_POINTS] = {"points", "The points per class must be a whole number from 1 to " TEXT(
                                       SL_MAX_POINTS) "."},
    [SL_ERROR_NOISE] = {"noise", "The noise must be a number from 0 to 10."},
    [SL_ERROR_TURN] = {"turn", "The turn must be a number from -100 to 100."},
    [SL_ERROR_DATA_SEED] = {"data_seed",
                            "The data seed must be a whole number from 0 to 4294967295."},
    [SL_ERROR_LAYERS] = {"layers",
                         "There can be 0 to " TEXT(SL_MAX_HIDDEN_LAYERS) " hidden layers."},
    [SL_ERROR_UNITS] = {"units",
                        "The units of a hidden layer must be a whole number from 1 to " TEXT(
                            SL_MAX_UNITS) "."},
    [SL_ERROR_ACTIVATION] = {"activation", "The activation must be relu."},
    [SL_ERROR_INITIALIZER] = {"initializer", "The initializer must be glorot_uniform."},
    [SL_ERROR_OPTIMIZER] = {"optimizer", "The optimizer must be adam."},
    [SL_ERROR_LEARNING_RATE] = {"learning_rate",
                                "The learning rate must be a number from 1e-8 to 1000."},
    [SL_ERROR_BATCH_SIZE] = {"batch_size", "The batch size must be a whole number from 1 to " TEXT(
                                               SL_MAX_BATCH_SIZE) "."},
    [SL_ERROR_EPOCHS] = {"epochs",
                         "The epochs must be a whole number from 1 to " TEXT(SL_MAX_EPOCHS) "."},
    [SL_ERROR_SEED] = {"seed", "The seed must be a whole number from 0 to 4294967295."},
};

static int known(int status) {
    return status >= 0 && status < SL_STATUS_COUNT ? status : SL_ERROR_MEMORY;
}

const char *sl_status_name(int status) {
    return statuses[known(status)].name;
}

const char *sl_status_message(int status) {
    return statuses[known(status)].message;
}

int sl_status_count(void) {
    return SL_STATUS_COUNT;
}
