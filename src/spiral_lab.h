/*
 * Spiral Lab: the training core.
 *
 * A dense softmax classifier for points in the plane, trained by mini-batches, with the numbers of
 * NumPy (random draws), Keras (initialisers, losses, update rules, history) and scikit-learn
 * (confusion matrix, classification report). The same source runs natively and as WebAssembly and
 * gives the same bits in both: no threads, no libm, no fused multiply-add.
 *
 *     sl_settings settings;
 *     sl_settings_init(&settings);                             // the tutorial's run
 *     sl_dataset *data;
 *     sl_trainer *trainer;
 *     if (sl_dataset_create(&settings, &data) == SL_OK &&
 *         sl_trainer_create(&settings, data, &trainer) == SL_OK)
 *         sl_trainer_train(trainer, 50 * sl_trainer_steps_per_epoch(trainer));
 *
 * Conventions
 *   - Arrays are row-major; a shape is written [rows][columns]. Outputs come first, sizes last.
 *   - What a _create call hands out belongs to the caller, who ends it with the matching _free
 *     (NULL is allowed). Pointers returned by other calls belong to the object they came from and
 *     last as long as it does.
 *   - A call that can fail returns an sl_status. On failure nothing is half-built: an output
 * pointer is set to NULL, and an object that existed before is as it was.
 *   - No call prints, exits or aborts. Objects share nothing: different threads may use different
 *     objects.
 */
#ifndef SPIRAL_LAB_H
#define SPIRAL_LAB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__EMSCRIPTEN__)
#define SL_API __attribute__((used, visibility("default"))) /* exported from the bare module */
#else
#define SL_API
#endif

/* ---------------------------------------------------------------- limits */

#define SL_MAX_CLASSES       10
#define SL_MAX_POINTS        10000 /* a class */
#define SL_MAX_SAMPLES       (SL_MAX_CLASSES * SL_MAX_POINTS)
#define SL_MAX_HIDDEN_LAYERS 8
#define SL_MAX_UNITS         1024 /* a hidden layer */
#define SL_MAX_BATCH_SIZE    10000
#define SL_MAX_EPOCHS        10000
#define SL_MAX_MEGABYTES     48 /* everything one trainer allocates, its history apart */

/* ---------------------------------------------------------------- status */

typedef enum sl_status {
    SL_OK = 0,
    SL_ERROR_MEMORY,    /* an allocation failed */
    SL_ERROR_TOO_LARGE, /* the settings together need more than SL_MAX_MEGABYTES */
    SL_ERROR_DIVERGED,  /* the loss or a weight is no longer finite */
    SL_ERROR_POINTS_X,  /* given points: a coordinate is not finite */
    SL_ERROR_POINTS_Y,  /* given points: a label is not below the number of classes */
    SL_ERROR_SAMPLES,   /* given points: none, or too many */
    SL_ERROR_DIGITS,    /* report: digits out of range */
    SL_ERROR_CLASSES,   /* from here on: a setting out of its range, one status a setting */
    SL_ERROR_POINTS,
    SL_ERROR_NOISE,
    SL_ERROR_TURN,
    SL_ERROR_DATA_SEED,
    SL_ERROR_LAYERS,
    SL_ERROR_UNITS,
    SL_ERROR_ACTIVATION,
    SL_ERROR_INITIALIZER,
    SL_ERROR_OPTIMIZER,
    SL_ERROR_LEARNING_RATE,
    SL_ERROR_BATCH_SIZE,
    SL_ERROR_EPOCHS,
    SL_ERROR_SEED,
    SL_STATUS_COUNT
} sl_status;

/* A short stable name ("learning_rate") and one English sentence that says what is allowed.
 * Constant strings. A value outside the enum gives the texts of SL_ERROR_MEMORY. */
SL_API const char *sl_status_name(int status);
SL_API const char *sl_status_message(int status);
SL_API int sl_status_count(void);

/* ---------------------------------------------------------------- settings */

typedef enum sl_activation { SL_RELU } sl_activation;
typedef enum sl_initializer { SL_GLOROT_UNIFORM } sl_initializer;
typedef enum sl_optimizer { SL_ADAM } sl_optimizer;

/* Everything that a run depends on. Plain values: copy freely. */
typedef struct sl_settings {
    int64_t classes;   /* spiral arms, and outputs of the network */
    int64_t points;    /* points a class */
    double noise;      /* standard deviation of the angle, in radians */
    double turn;       /* angle that one arm sweeps, in radians */
    int64_t data_seed; /* RandomState seed of the data */

    int hidden_layers;                   /* 0: softmax regression */
    int64_t units[SL_MAX_HIDDEN_LAYERS]; /* units of each hidden layer, first layer first */
    int activation;                      /* sl_activation, of every hidden layer */
    int initializer;                     /* sl_initializer, of every kernel */

    int optimizer;        /* sl_optimizer */
    double learning_rate; /* step size */
    int64_t batch_size;   /* samples a step; the last batch of an epoch may be shorter */
    int64_t epochs; /* the host's budget: checked here, but the trainer runs as far as asked */
    int64_t seed;   /* RandomState seed of kernels and batch order */
} sl_settings;

typedef enum sl_kind { SL_INTEGER, SL_NUMBER, SL_CHOICE } sl_kind;

/* The article run: 3 spirals of 500 points, 2-128-64-32-16-3, Adam at 0.01, batches of 32. */
SL_API void sl_settings_init(sl_settings *settings);

/* The first status that is not SL_OK, in the order of the struct. */
SL_API sl_status sl_settings_check(const sl_settings *settings);

/* The scalar settings as a table, so that a host can list, name and bound them without a copy of
 * its own. index: 0 to sl_setting_count() - 1. A choice's value is the index of its name;
 * sl_setting_choice gives NULL past the last. */
SL_API int sl_setting_count(void);
SL_API const char *sl_setting_name(int index); /* "learning_rate" */
SL_API sl_kind sl_setting_kind(int index);
SL_API double sl_setting_minimum(int index);
SL_API double sl_setting_maximum(int index);
SL_API sl_status sl_setting_status(int index); /* what a value out of its range gives */
SL_API const char *sl_setting_choice(int index, int choice);
SL_API double sl_settings_get(const sl_settings *settings, int index);

/* Sets one scalar, if it is in range (an integer must be whole); otherwise changes nothing. */
SL_API sl_status sl_settings_set(sl_settings *settings, int index, double value);

/* Replaces the hidden layers. units: [layers]; doubles, so that any number of a host can be judged.
 * SL_ERROR_LAYERS or SL_ERROR_UNITS if out of range, and then changes nothing. */
SL_API sl_status sl_settings_set_layers(sl_settings *settings, const double *units, double layers);

/* SL_MAX_HIDDEN_LAYERS, SL_MAX_UNITS and SL_MAX_CLASSES, for hosts that are not C. */
SL_API int sl_max_hidden_layers(void);
SL_API int sl_max_units(void);
SL_API int sl_max_classes(void);

SL_API size_t sl_settings_size(void); /* sizeof(sl_settings), for hosts that are not C */

/* ---------------------------------------------------------------- random numbers */

/* numpy.random.RandomState: MT19937 and the legacy distributions. The same draws as
 *     r = numpy.random.RandomState(0)
 *     r.random_sample()   0.5488135039273248     then    r.randn()   1.8831506970562544  */
typedef struct sl_random {
    uint32_t key[624];
    int32_t position;
    bool has_gauss; /* the polar method makes normals in pairs; the second waits here */
    double gauss;
} sl_random;

SL_API void sl_random_seed(sl_random *random, uint32_t seed);
SL_API double sl_random_sample(sl_random *random); /* uniform on [0, 1), 53 bits */
SL_API double sl_random_uniform(sl_random *random, double low, double high);
SL_API double sl_random_randn(sl_random *random); /* standard normal */

/* A permutation of 0 .. n - 1. out: [n]. */
SL_API void sl_random_permutation(sl_random *random, int32_t *out, int32_t n);

SL_API size_t sl_random_size(void); /* sizeof(sl_random) */

/* ---------------------------------------------------------------- data */

typedef struct sl_dataset sl_dataset;

/* The tutorial's make_multiclass: settings->points points for each of settings->classes spiral arms
 * after RandomState(data_seed), class after class. Radius 0 to 1 evenly, angle from j * turn to
 * (j + 1) * turn evenly plus noise * randn; x = (r sin t, r cos t). */
SL_API sl_status sl_dataset_create(const sl_settings *settings, sl_dataset **out);

/* Given points. x: [samples][2], finite; y: [samples], each below classes. Both are copied. */
SL_API sl_status sl_dataset_from_points(const float *x, const uint8_t *y, int32_t samples,
                                        int32_t classes, sl_dataset **out);
SL_API void sl_dataset_free(sl_dataset *dataset);

SL_API const float *sl_dataset_x(const sl_dataset *dataset);   /* [samples][2] */
SL_API const uint8_t *sl_dataset_y(const sl_dataset *dataset); /* [samples] */
SL_API int32_t sl_dataset_samples(const sl_dataset *dataset);
SL_API int32_t sl_dataset_classes(const sl_dataset *dataset);

/* ---------------------------------------------------------------- training */

typedef struct sl_trainer sl_trainer;

/* A network of 2 inputs, the settings' hidden layers and one output a class of the data, with fresh
 * weights from RandomState(seed), and the optimizer's state. The data is copied. */
SL_API sl_status sl_trainer_create(const sl_settings *settings, const sl_dataset *dataset,
                                   sl_trainer **out);
SL_API void sl_trainer_free(sl_trainer *trainer);

/* What sl_trainer_create would allocate, in bytes (history apart), before anything is allocated. */
SL_API double sl_trainer_bytes(const sl_settings *settings, const sl_dataset *dataset);

/* Back to the weights, random state and empty history of the start. */
SL_API void sl_trainer_reset(sl_trainer *trainer);

/* Takes `steps` mini-batches, across ends of epochs. Every epoch draws one permutation of the
 * samples. SL_ERROR_DIVERGED: the loss of a step, or a weight at the end of an epoch, was not
 * finite; training stopped there, everything is as it was when that epoch began, and
 * sl_trainer_diverged_step tells the step. SL_ERROR_MEMORY: the history could not grow. */
SL_API sl_status sl_trainer_train(sl_trainer *trainer, int32_t steps);

/* Changes the learning rate of the steps to come. */
SL_API sl_status sl_trainer_set_learning_rate(sl_trainer *trainer, double learning_rate);

SL_API int32_t sl_trainer_steps_per_epoch(const sl_trainer *trainer);
SL_API int32_t sl_trainer_epoch(const sl_trainer *trainer);       /* finished epochs */
SL_API int32_t sl_trainer_step(const sl_trainer *trainer);        /* batches into this epoch */
SL_API int32_t sl_trainer_total_steps(const sl_trainer *trainer); /* updates since the start */

/* The step, counted from 1, whose loss was not finite at the last divergence; 0 if there was none.
 */
SL_API int32_t sl_trainer_diverged_step(const sl_trainer *trainer);

/* Means over the samples of the current epoch so far, or of the whole last epoch when none of the
 * next has been taken; NaN before the first step. As Keras: each sample as seen in training. */
SL_API double sl_trainer_loss(const sl_trainer *trainer);
SL_API double sl_trainer_accuracy(const sl_trainer *trainer);
SL_API double sl_trainer_last_loss(const sl_trainer *trainer); /* mean of the last batch */

/* One entry a finished epoch: [sl_trainer_epoch()]. Moves when training goes on. */
SL_API const double *sl_trainer_history_loss(const sl_trainer *trainer);
SL_API const double *sl_trainer_history_accuracy(const sl_trainer *trainer);

/* ---------------------------------------------------------------- the network */

/* Dense layers, the output layer last: layer 0 to sl_trainer_layers() - 1. */
SL_API int32_t sl_trainer_layers(const sl_trainer *trainer);
SL_API int32_t sl_trainer_layer_inputs(const sl_trainer *trainer, int32_t layer);
SL_API int32_t sl_trainer_layer_units(const sl_trainer *trainer, int32_t layer);
SL_API int32_t sl_trainer_parameters(const sl_trainer *trainer); /* weights and biases, unpadded */

/* kernel, bias, kernel, bias ..., first layer first; kernels [inputs][units].
 * weights: [sl_trainer_parameters()]. */
SL_API void sl_trainer_get_weights(const sl_trainer *trainer, float *weights);
SL_API void sl_trainer_set_weights(sl_trainer *trainer, const float *weights);

/* Mean loss of the given samples and its gradient, in the layout of sl_trainer_get_weights.
 * gradients: [sl_trainer_parameters()]; x: [samples][2]; y: [samples]; samples: 1 to batch_size. */
SL_API double sl_trainer_gradients(sl_trainer *trainer, float *gradients, const float *x,
                                   const uint8_t *y, int32_t samples);

/* Probabilities and most probable classes of given points. probabilities: [samples][classes] or
 * NULL; classes: [samples] or NULL; x: [samples][2]. Where classes tie, the first wins. */
SL_API void sl_trainer_predict(sl_trainer *trainer, float *probabilities, uint8_t *classes,
                               const float *x, int32_t samples);

/* The same over a grid of columns x rows points, both bounds included, row 0 at y_min, as
 * numpy.linspace and meshgrid give them. classes: [rows][columns]. */
SL_API void sl_trainer_predict_grid(sl_trainer *trainer, float *probabilities, uint8_t *classes,
                                    double x_min, double x_max, double y_min, double y_max,
                                    int32_t columns, int32_t rows);

/* Loss and accuracy over the training data with the weights as they are, and the confusion matrix:
 * [classes][classes], row = true, column = predicted. Any output may be NULL. */
SL_API void sl_trainer_evaluate(sl_trainer *trainer, double *loss, double *accuracy,
                                uint32_t *confusion);

/* ---------------------------------------------------------------- metrics */

/* confusion: [classes][classes], row = true, column = predicted. Labels are below classes. */
SL_API void sl_confusion_matrix(uint32_t *confusion, const uint8_t *y_true, const uint8_t *y_pred,
                                int32_t samples, int32_t classes);

typedef struct sl_score {
    double precision, recall, f1, support; /* 0 where the denominator is 0 */
} sl_score;

/* scikit-learn's numbers: scores[0 .. classes - 1] one a class, then micro, macro and weighted
 * average. scores: [classes + 3]. */
SL_API void sl_classification_scores(sl_score *scores, const uint32_t *confusion, int32_t classes);

typedef enum sl_labels {
    SL_LABELS_INTEGER, /* labels=range(classes) passed: "0", "1"; every class has its row */
    SL_LABELS_FLOAT /* the tutorial's float y: "0.0", "1.0"; classes that occur nowhere have no row
                     */
} sl_labels;

/* The text of sklearn.metrics.classification_report(zero_division=0), ended by a newline and a NUL.
 * text: at least SL_REPORT_CAPACITY bytes; digits: 0 to 12, else SL_ERROR_DIGITS. classes: 1 to
 * SL_MAX_CLASSES. */
#define SL_REPORT_CAPACITY 2048
SL_API sl_status sl_classification_report(char *text, const uint32_t *confusion, int32_t classes,
                                          int32_t digits, sl_labels labels);

#endif
