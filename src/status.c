#include "settings.h"

_Static_assert(SL_MAX_SAMPLES == SL_MAX_CLASSES * SL_MAX_POINTS, "as a text it must be one number");

static const struct {
    const char *name, *message;
} statuses[SL_ERROR_DATASET] = {
    [SL_OK] = {"ok", "Everything went well."},
    [SL_ERROR_MEMORY] = {"memory", "There is not enough memory left for this."},
    [SL_ERROR_TOO_LARGE] = {"too_large",
                            "These settings together need more than " TEXT(
                                SL_MAX_MEGABYTES) " MB; "
                                                  "use fewer or smaller layers, a smaller batch "
                                                  "size or fewer points."},
    [SL_ERROR_DIVERGED] = {"diverged",
                           "Training diverged: the loss is no longer a finite number. The last "
                           "finite epoch was kept; a smaller learning rate usually helps."},
    [SL_ERROR_NOT_FINITE] = {"not_finite",
                             "The loss or its gradient is too large for a number from the first "
                             "step on, whatever the learning rate; points with smaller "
                             "coordinates, or smaller weights, help."},
    [SL_ERROR_POINTS_X] = {"points_x", "Every coordinate must be a finite number."},
    [SL_ERROR_POINTS_Y] = {"points_y",
                           "Every label must be a whole number from 0 to one less than the number "
                           "of classes."},
    [SL_ERROR_LABELS] = {"labels",
                         "Every class needs a name of its own, which is not empty and has "
                         "no control characters."},
    [SL_ERROR_AXES] = {"axes",
                       "The two coordinates need a name each, which is not empty and has no "
                       "control characters."},
    [SL_ERROR_SAMPLES] = {"samples", "The number of samples must be from 1 to " TEXT(
                                         SL_MAX_SAMPLES) ", and for spirals the same for every "
                                                         "class."},
    [SL_ERROR_GIVEN] = {"given", "No settings make these points: they must be given."},
    [SL_ERROR_SPLIT] = {"split", "This validation split leaves no sample to train on or none to "
                                 "validate with."},
    [SL_ERROR_DIGITS] = {"digits", "The number of digits must be a whole number from 0 to 12."},
    [SL_ERROR_FIXED] = {"fixed", "This setting cannot change while training goes on; start anew."},
    [SL_ERROR_WEIGHTS] = {"weights",
                          "A weight is not a finite number, so this model cannot be saved."},
    [SL_ERROR_FILE] = {"file", "This is not a saved Spiral Lab model."},
    [SL_ERROR_FILE_VERSION] =
        {"file_version", "This model was saved by another version of Spiral Lab. This one "
                         "reads versions 2 and 3 of such files, and version 1 unless the model has "
                         "RMSprop or a normal initializer, whose rules have changed since."},
    [SL_ERROR_FILE_DAMAGED] = {"file_damaged", "This saved model is damaged or incomplete."},
    [SL_ERROR_CLUSTERS] = {"clusters",
                           "Classification data have at most 4 clusters in all: 2 to 4 classes "
                           "of one cluster each, or 2 classes of two."},
    [SL_ERROR_POINT_COUNTS] = {"point_counts",
                               "The points per class must be one number for all classes, or a "
                               "number for each of them."},
    [SL_ERROR_LAYERS] = {"layers",
                         "There can be 0 to " TEXT(SL_MAX_HIDDEN_LAYERS) " hidden layers."},
    [SL_ERROR_UNITS] = {"units",
                        "The units of a hidden layer must be a whole number from 1 to " TEXT(
                            SL_MAX_UNITS) "."},
};

static int known(int status)
{
    return status >= 0 && status < SL_STATUS_COUNT ? status : SL_ERROR_MEMORY;
}

const char *sl_status_name(int status)
{
    status = known(status);
    return status < SL_ERROR_DATASET ? statuses[status].name
                                     : sl_setting_at(status - SL_ERROR_DATASET)->name;
}

const char *sl_status_message(int status)
{
    status = known(status);
    return status < SL_ERROR_DATASET ? statuses[status].message
                                     : sl_setting_at(status - SL_ERROR_DATASET)->message;
}
