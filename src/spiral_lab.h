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
 *   - Arrays are row-major; a shape is written [rows][columns]. A call's object comes first, then
 *     the arrays that it fills, then what it reads, then sizes; a new object is handed out last.
 *   - A new object belongs to the caller, who ends it with the matching _free (NULL is allowed).
 *     Pointers returned by other calls belong to the object they came from and last as long as it
 *     does.
 *   - A call that can fail returns an sl_status. On failure nothing is half-built: a new object is
 *     NULL, and one that existed before is as it was, unless the call says otherwise.
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

#define SL_MAX_CLASSES       20
#define SL_MAX_POINTS        10000  /* a class */
#define SL_MAX_SAMPLES       200000 /* SL_MAX_CLASSES * SL_MAX_POINTS */
#define SL_MAX_INPUTS        9      /* of the network: the features of a point */
#define SL_MAX_HIDDEN_LAYERS 8
#define SL_MAX_UNITS         1024 /* a hidden layer */
#define SL_MAX_BATCH_SIZE    10000
#define SL_MAX_EPOCHS        10000
#define SL_MAX_MEGABYTES     48 /* everything one trainer allocates, its history apart */

/* ---------------------------------------------------------------- status */

typedef enum sl_status {
    SL_OK = 0,
    SL_ERROR_MEMORY,       /* an allocation failed */
    SL_ERROR_TOO_LARGE,    /* the settings together need more than SL_MAX_MEGABYTES */
    SL_ERROR_DIVERGED,     /* the loss or a weight is no longer finite */
    SL_ERROR_NOT_FINITE,   /* the loss or its gradient overflows, whatever the rate */
    SL_ERROR_POINTS_X,     /* given points: a coordinate is not finite */
    SL_ERROR_POINTS_Y,     /* given points: a label is not below the number of classes */
    SL_ERROR_LABELS,       /* names of classes: not one proper name each (judged by the host) */
    SL_ERROR_AXES,         /* names of the coordinates: not two proper names (likewise) */
    SL_ERROR_SAMPLES,      /* none, too many, or not the same for every spiral */
    SL_ERROR_GIVEN,        /* the points are to be given, not made */
    SL_ERROR_SPLIT,        /* a validation split that leaves one of the parts empty */
    SL_ERROR_DIGITS,       /* report: digits out of range */
    SL_ERROR_FIXED,        /* a setting that a trainer cannot change on the way */
    SL_ERROR_WEIGHTS,      /* saving: a weight is not finite */
    SL_ERROR_FILE,         /* the bytes are no saved state */
    SL_ERROR_FILE_VERSION, /* saved state: of another version */
    SL_ERROR_FILE_DAMAGED, /* saved state: cut off, or with a wrong bit or value */
    SL_ERROR_CLUSTERS,     /* classification: more clusters than there is room for */
    SL_ERROR_POINT_COUNTS, /* points of each class: not as many as classes */
    SL_ERROR_LAYERS,
    SL_ERROR_UNITS,
    SL_ERROR_DATASET, /* from here on: a scalar setting out of its range, in the table's order */
    SL_ERROR_CLASSES,
    SL_ERROR_POINTS,
    SL_ERROR_NOISE,
    SL_ERROR_TURN,
    SL_ERROR_FACTOR,
    SL_ERROR_CLUSTER_STD,
    SL_ERROR_CLASS_SEP,
    SL_ERROR_FLIP_Y,
    SL_ERROR_CLUSTERS_PER_CLASS,
    SL_ERROR_DATA_SEED,
    SL_ERROR_VALIDATION_SPLIT,
    SL_ERROR_STRATIFY,
    SL_ERROR_FEATURES,
    SL_ERROR_ACTIVATION,
    SL_ERROR_INITIALIZER,
    SL_ERROR_OUTPUT,
    SL_ERROR_BATCH_NORM,
    SL_ERROR_DROPOUT,
    SL_ERROR_OPTIMIZER,
    SL_ERROR_LEARNING_RATE,
    SL_ERROR_MOMENTUM,
    SL_ERROR_RHO,
    SL_ERROR_BETA_1,
    SL_ERROR_BETA_2,
    SL_ERROR_EPSILON,
    SL_ERROR_WEIGHT_DECAY,
    SL_ERROR_BATCH_SIZE,
    SL_ERROR_EPOCHS,
    SL_ERROR_SEED,
    SL_ERROR_L1,
    SL_ERROR_L2,
    SL_ERROR_CLIP_NORM,
    SL_ERROR_SCHEDULE,
    SL_ERROR_DECAY_STEPS,
    SL_ERROR_DECAY_RATE,
    SL_ERROR_PLATEAU_PATIENCE,
    SL_ERROR_EARLY_STOPPING,
    SL_ERROR_PATIENCE,
    SL_ERROR_MIN_DELTA,
    SL_ERROR_RESTORE_BEST_WEIGHTS,
    SL_STATUS_COUNT
} sl_status;

/* A short stable name ("learning_rate") and one English sentence that says what is allowed.
 * Constant strings. A value outside the enum gives the texts of SL_ERROR_MEMORY. */
SL_API const char *sl_status_name(int status);
SL_API const char *sl_status_message(int status);

/* ---------------------------------------------------------------- settings */

/* Saved files have the number, so new kinds come last. */
typedef enum sl_dataset_kind {
    SL_SPIRALS,
    SL_MOONS,
    SL_CIRCLES,
    SL_BLOBS,
    SL_CLASSIFICATION,
    SL_XOR,
    SL_GIVEN /* points of the host's own: no settings make them */
} sl_dataset_kind;

/* What the network can see of a point (x, y): computed in double from its float32 coordinates, then
 * rounded to float32. In NumPy's words: */
typedef enum sl_feature {
    SL_X,
    SL_Y,
    SL_X2, /* x * x */
    SL_Y2, /* y * y */
    SL_XY, /* x * y */
    SL_SIN_X,
    SL_SIN_Y,
    SL_R,    /* sqrt(x * x + y * y) */
    SL_THETA /* arctan2(y, x) */
} sl_feature;

enum { SL_DEFAULT_ACTIVATION = -1 }; /* of a layer: the settings' activation */

typedef enum sl_activation {
    SL_LINEAR,
    SL_RELU,
    SL_LEAKY_RELU, /* slope 0.2 below zero */
    SL_ELU,
    SL_TANH,
    SL_SIGMOID
} sl_activation;

typedef enum sl_initializer {
    SL_GLOROT_UNIFORM,
    SL_GLOROT_NORMAL,
    SL_HE_UNIFORM,
    SL_HE_NORMAL,
    SL_ZEROS /* to show why it fails */
} sl_initializer;

typedef enum sl_output {
    SL_SOFTMAX,       /* with categorical cross-entropy: one class is right */
    SL_SIGMOID_OUTPUT /* with binary cross-entropy: each class is judged by itself */
} sl_output;

typedef enum sl_optimizer {
    SL_SGD,
    SL_MOMENTUM,
    SL_NESTEROV,
    SL_RMSPROP,
    SL_ADAM,
    SL_ADAMW
} sl_optimizer;

/* The rate of update number t (0 for the first), with n = decay_steps and r = decay_rate. */
typedef enum sl_schedule {
    SL_CONSTANT,
    SL_STEP,        /* rate * r ^ floor(t / n) */
    SL_EXPONENTIAL, /* rate * r ^ (t / n) */
    SL_COSINE,      /* rate / 2 * (1 + cos(pi * min(t, n) / n)) */
    SL_PLATEAU      /* times r after plateau_patience epochs without a loss lower by 1e-4 */
} sl_schedule;

/* Everything that a run depends on. Plain values: copy freely. Choices are ints of their enums. */
typedef struct sl_settings {
    int dataset;      /* sl_dataset_kind */
    int64_t classes;  /* moons, circles and xor are always two, classification at most four */
    int64_t points;   /* points a class, unless each class has its own number */
    int point_counts; /* 0, or how many classes have: all of them */
    int64_t points_of[SL_MAX_CLASSES]; /* [point_counts] */
    double noise;  /* standard deviation: of a spiral's angle in radians, else of coordinates */
    double turn;   /* angle that one spiral arm sweeps, in radians */
    double factor; /* radius of the inner circle */
    double cluster_std; /* standard deviation of a blob */
    double class_sep;   /* of classification: half the distance of neighbouring clusters */
    double flip_y;      /* share of its labels that are drawn anew */
    int64_t clusters_per_class;
    int64_t data_seed;       /* RandomState seed of the data */
    double validation_split; /* share of the samples that is set aside, drawn by the seed */
    int stratify;            /* 1: that share of each class; see sl_trainer_create */

    int features; /* what the network sees: a set, in which bit number i stands for sl_feature i */

    int hidden_layers;                     /* 0: softmax regression */
    int64_t units[SL_MAX_HIDDEN_LAYERS];   /* of each hidden layer, first layer first */
    int activations[SL_MAX_HIDDEN_LAYERS]; /* sl_activation of each */
    int activation;                        /* sl_activation of the layers that name none */
    int initializer;                       /* sl_initializer of every kernel */
    int output;                            /* sl_output */
    int batch_norm;                        /* 1: BatchNormalization before every activation */
    double dropout;                        /* rate after every hidden activation; 0: none */

    int optimizer;        /* sl_optimizer */
    double learning_rate; /* step size, before the schedule */
    double momentum;      /* of momentum and nesterov */
    double rho;           /* of rmsprop */
    double beta_1, beta_2;
    double epsilon;      /* added to the root of the squares' mean; by RMSprop below the root */
    double weight_decay; /* of adamw */
    int64_t batch_size;  /* samples a step; the last batch of an epoch may be shorter */
    int64_t epochs;      /* the host's budget: checked here, but the trainer runs as far as asked */
    int64_t seed;        /* RandomState seed of split, kernels, batch order and dropout */

    double l1, l2;    /* added to the loss: l1 sum |w| + l2 sum w w over all kernels */
    double clip_norm; /* largest norm of all gradients together; 0: no limit */
    int schedule;     /* sl_schedule */
    int64_t decay_steps;
    double decay_rate;
    int64_t plateau_patience;

    int early_stopping;       /* 1: stop after `patience` epochs without a better loss */
    int64_t patience;         /* the validation loss, where there is one */
    double min_delta;         /* what counts as better */
    int restore_best_weights; /* 1: at such a stop, go back to the best epoch's weights */
} sl_settings;

typedef enum sl_kind { SL_INTEGER, SL_NUMBER, SL_CHOICE, SL_BOOLEAN, SL_SET } sl_kind;

/* The article run: 3 spirals of 500 points, 2-128-64-32-16-3, Adam at 0.01, batches of 32. */
SL_API void sl_settings_init(sl_settings *settings);

/* The first status that is not SL_OK: of the scalars as the table below has them, then of what does
 * not fit together, then of the layers. */
SL_API sl_status sl_settings_check(const sl_settings *settings);

/* The scalar settings as a table, so that a host can list, name and bound them without a copy of
 * its own. index: 0 to sl_setting_count() - 1. A choice's value is the index of its name; a set has
 * bit number i for the name of index i, and at least one of them. sl_setting_choice gives NULL past
 * the last. */
SL_API int sl_setting_count(void);
SL_API const char *sl_setting_name(int index); /* "learning_rate" */
SL_API sl_kind sl_setting_kind(int index);
SL_API double sl_setting_minimum(int index);
SL_API double sl_setting_maximum(int index);
SL_API sl_status sl_setting_status(int index); /* what a value out of its range gives */
SL_API bool sl_setting_live(int index);        /* sl_trainer_set may change it on the way */
SL_API const char *sl_setting_choice(int index, int choice);
SL_API double sl_settings_get(const sl_settings *settings, int index);

/* Sets one scalar, if it is in range (an integer must be whole); otherwise changes nothing. */
SL_API sl_status sl_settings_set(sl_settings *settings, int index, double value);

/* The points of each class: one number for all, or one a class. points: [count]; doubles, so that
 * any number of a host can be judged. SL_ERROR_POINT_COUNTS or SL_ERROR_POINTS if out of range, and
 * then changes nothing. That there are as many as classes is judged by sl_settings_check, since
 * these may be set later. Setting the scalar `points` means all classes again. */
SL_API sl_status sl_settings_set_points(sl_settings *settings, const double *points, double count);

/* Replaces the hidden layers. units, activations: [layers]; doubles, so that any number of a host
 * can be judged; activations may be NULL: all SL_DEFAULT_ACTIVATION. SL_ERROR_LAYERS,
 * SL_ERROR_UNITS or SL_ERROR_ACTIVATION if out of range, and then changes nothing. */
SL_API sl_status sl_settings_set_layers(sl_settings *settings, const double *units,
                                        const double *activations, double layers);

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

/* ---------------------------------------------------------------- data */

typedef struct sl_dataset sl_dataset;

/* The points of the settings' dataset, with RandomState(data_seed); SL_ERROR_GIVEN for SL_GIVEN.
 *
 * Spirals are the tutorial's make_multiclass: class after class, radius 0 to 1 evenly, angle from
 * j * turn to (j + 1) * turn evenly plus noise * randn; x = (r sin t, r cos t).
 *
 * Moons, circles and blobs are scikit-learn's make_moons, make_circles and make_blobs (centers in a
 * box from -5 to 5), shuffled as there; with a number of points for each class, as there with
 * n_samples=(outer, inner), or a list.
 *
 * Classification is scikit-learn's make_classification(n, n_features=2, n_informative=2,
 * n_redundant=0, n_classes=classes, n_clusters_per_class=clusters_per_class, class_sep=class_sep,
 * flip_y=flip_y). Before labels are flipped there are as many of each class as the settings say,
 * and of a class with an odd number the first cluster has one more. It divides by proportions, so
 * it gives numbers of one's own with weights=[(points_of[k] + 0.5) / n for each k]; only with two
 * clusters a class, the first class even and the second odd, it takes points_of[0] - 1.5.
 *
 * In xor class 0 has two opposite quadrants of the square from -1 to 1, class 1 the other two:
 *     r = numpy.random.RandomState(data_seed)
 *     for k, n in enumerate(points):
 *         x = r.uniform(-1, 1, (n, 2))
 *         x[:, 1] = numpy.copysign(x[:, 1], -x[:, 0] if k else x[:, 0])
 *         x += noise * r.randn(n, 2) */
SL_API sl_status sl_dataset_create(const sl_settings *settings, sl_dataset **out);

/* The same with a number of samples, whatever the settings say of points, as evenly divided as
 * scikit-learn does; for spirals a multiple of the classes, else SL_ERROR_SAMPLES. */
SL_API sl_status sl_dataset_create_sized(const sl_settings *settings, int32_t samples,
                                         sl_dataset **out);

/* Given points. x: [samples][2], finite; y: [samples], each below classes. Both are copied. */
SL_API sl_status sl_dataset_from_points(const float *x, const uint8_t *y, int32_t samples,
                                        int32_t classes, sl_dataset **out);
SL_API void sl_dataset_free(sl_dataset *dataset);

SL_API const float *sl_dataset_x(const sl_dataset *dataset);   /* [samples][2] */
SL_API const uint8_t *sl_dataset_y(const sl_dataset *dataset); /* [samples] */
SL_API int32_t sl_dataset_samples(const sl_dataset *dataset);
SL_API int32_t sl_dataset_classes(const sl_dataset *dataset);

/* Element i of numpy.linspace(start, stop, n). */
SL_API double sl_linspace(double start, double stop, int32_t n, int32_t i);

/* The points of a grid, both bounds included, row 0 at y_min: np.c_[xx.ravel(), yy.ravel()] of
 * numpy.meshgrid. x: [rows * columns][2]. */
SL_API void sl_grid_points(float *x, double x_min, double x_max, double y_min, double y_max,
                           int32_t columns, int32_t rows);

/* ---------------------------------------------------------------- training */

typedef struct sl_trainer sl_trainer;

/* A network with the settings' features as its inputs, their hidden layers and one output a class
 * of the data, with fresh weights, and the optimizer's state. The data is copied. RandomState(seed)
 * is drawn from in this order: with a validation split, one permutation of the samples, of which
 * the last round(split * samples) are set aside; the kernels, first layer first; then, every epoch,
 * a permutation of the training samples and, batch by batch, dropout's draws.
 *
 * With stratify, the last round(split * samples of a class) of each class in the same permutation
 * are set aside. In NumPy:
 *     order = random.permutation(samples)
 *     groups = [order[y[order] == k] for k in range(classes)]
 *     aside = np.concatenate([g[len(g) - int(split * len(g) + 0.5):] for g in groups])
 * SL_ERROR_SPLIT if one of the two parts would be empty. */
SL_API sl_status sl_trainer_create(const sl_settings *settings, const sl_dataset *dataset,
                                   sl_trainer **out);
SL_API void sl_trainer_free(sl_trainer *trainer);

/* A trainer that goes on, with other points of as many classes (else SL_ERROR_CLASSES), from where
 * this one stands: with its settings, weights, moments, random state and history. An epoch that has
 * begun begins anew, early stopping and plateau watch anew, and sl_trainer_reset leads to the start
 * of a run with these points. */
SL_API sl_status sl_trainer_with_data(const sl_trainer *trainer, const sl_dataset *dataset,
                                      sl_trainer **out);

/* The bytes that a trainer would take, its history apart; infinity for settings that
 * sl_trainer_create refuses for another reason than their size. */
SL_API double sl_trainer_bytes(const sl_settings *settings, const sl_dataset *dataset);

/* Back to the weights, random state and empty history of the start. */
SL_API void sl_trainer_reset(sl_trainer *trainer);

/* Takes `steps` mini-batches, across ends of epochs, unless early stopping ends it sooner
 * (sl_trainer_stopped). A fit ends there or with epoch number settings->epochs; with early stopping
 * and restore_best_weights the best epoch's weights come back then. Asked again, the trainer goes
 * on: another fit, for which early stopping and plateau watch anew.
 *
 * SL_ERROR_DIVERGED: the loss of a step, or at the end of an epoch a weight or the validation loss,
 * was not finite, and sl_trainer_diverged_step tells the step. Everything but sl_trainer_last_loss
 * is as it was at the latest beginning of an epoch from which a step at some rate is possible: this
 * epoch, or one before. Only when that happens twice at the same beginning do the optimizer's
 * moments begin anew.
 * SL_ERROR_NOT_FINITE: there is no such beginning, and a lower rate will not help.
 * SL_ERROR_MEMORY: the history could not grow; the steps until then were taken. */
SL_API sl_status sl_trainer_train(sl_trainer *trainer, int32_t steps);

/* Changes one setting for the steps to come. index: as in sl_setting_name. Nothing starts anew;
 * SL_ERROR_FIXED if this setting cannot change on the way. */
SL_API sl_status sl_trainer_set(sl_trainer *trainer, int index, double value);
SL_API const sl_settings *sl_trainer_settings(const sl_trainer *trainer);

SL_API int32_t sl_trainer_steps_per_epoch(const sl_trainer *trainer);
SL_API int32_t sl_trainer_epoch(const sl_trainer *trainer);       /* finished epochs */
SL_API int32_t sl_trainer_step(const sl_trainer *trainer);        /* batches into this epoch */
SL_API int64_t sl_trainer_total_steps(const sl_trainer *trainer); /* updates since the start */
SL_API double sl_trainer_rate(const sl_trainer *trainer); /* learning rate of the next update */

/* 1 if the last sl_trainer_train ended by early stopping; the epoch (counted from 1) with the
 * lowest loss so far while early stopping watches, else 0. */
SL_API bool sl_trainer_stopped(const sl_trainer *trainer);
SL_API int32_t sl_trainer_best_epoch(const sl_trainer *trainer);

/* The step, counted from 1, that was not finite at the last divergence; 0 if there was none. */
SL_API int64_t sl_trainer_diverged_step(const sl_trainer *trainer);

/* Means over the samples of the current epoch so far, or of the whole last epoch when none of the
 * next has been taken; NaN before the first step. As Keras: each sample as seen in training, the
 * penalty of l1 and l2 included. */
SL_API double sl_trainer_loss(const sl_trainer *trainer);
SL_API double sl_trainer_accuracy(const sl_trainer *trainer);
SL_API double sl_trainer_last_loss(const sl_trainer *trainer); /* of the last finite batch */

/* [sl_trainer_epoch()][SL_HISTORY_COLUMNS]: loss and accuracy, validation loss and accuracy (NaN
 * without a split), learning rate at the epoch's end. Moves when training goes on; NULL while there
 * is no epoch. */
#define SL_HISTORY_COLUMNS 5
SL_API const double *sl_trainer_history(const sl_trainer *trainer);

/* ---------------------------------------------------------------- the network */

/* Layers of units, the output layer last: layer 0 to sl_trainer_layers() - 1. */
SL_API int32_t sl_trainer_layers(const sl_trainer *trainer);
SL_API int32_t sl_trainer_layer_inputs(const sl_trainer *trainer, int32_t layer);
SL_API int32_t sl_trainer_layer_units(const sl_trainer *trainer, int32_t layer);
SL_API sl_activation sl_trainer_layer_activation(const sl_trainer *trainer, int32_t layer);
SL_API bool sl_trainer_layer_batch_norm(const sl_trainer *trainer, int32_t layer);
SL_API int32_t sl_trainer_parameters(const sl_trainer *trainer); /* all numbers, unpadded */
SL_API int32_t sl_trainer_trainable(const sl_trainer *trainer);  /* moving averages apart */

/* As Keras's get_weights: kernel [inputs][units], bias and, with batch normalisation, gamma, beta,
 * moving mean, moving variance, first layer first. weights: [sl_trainer_parameters()]. */
SL_API void sl_trainer_get_weights(const sl_trainer *trainer, float *weights);
SL_API void sl_trainer_set_weights(sl_trainer *trainer, const float *weights);

/* Loss of the given samples as one training batch and its gradient, in the layout of
 * sl_trainer_get_weights (0 for moving averages). As training does, this draws for dropout.
 * gradients: [sl_trainer_parameters()] or NULL; x: [samples][2]; y: [samples]; samples: 1 to
 * sl_trainer_rows(). */
SL_API double sl_trainer_gradients(sl_trainer *trainer, float *gradients, const float *x,
                                   const uint8_t *y, int32_t samples);
SL_API int32_t sl_trainer_rows(const sl_trainer *trainer); /* at least batch_size */

/* ---------------------------------------------------------------- asking the network */

/* As it predicts: moving averages, no dropout. x: [samples][2] of any points. */

/* Probabilities and most probable classes. probabilities: [samples][classes] or NULL; predicted:
 * [samples] or NULL. Where classes tie, the first wins. */
SL_API void sl_trainer_predict(sl_trainer *trainer, float *probabilities, uint8_t *predicted,
                               const float *x, int32_t samples);

/* What the units of a layer put out; of the output layer the logits. out: [samples][units]. */
SL_API void sl_trainer_activations(sl_trainer *trainer, float *out, int32_t layer, const float *x,
                                   int32_t samples);

/* Loss (without penalty), accuracy and confusion matrix ([classes][classes], row = true, column =
 * predicted) over the training samples, or over those set aside. Any output may be NULL; without
 * samples NaN, NaN and zeros. */
SL_API void sl_trainer_evaluate(sl_trainer *trainer, bool validation, double *loss,
                                double *accuracy, uint32_t *confusion);
SL_API int32_t sl_trainer_samples(const sl_trainer *trainer, bool validation);
SL_API double sl_trainer_penalty(const sl_trainer *trainer); /* of l1 and l2 */

/* Of every sample in the data's order: its loss; 1 where it was set aside. [all samples]. */
SL_API void sl_trainer_sample_losses(sl_trainer *trainer, float *losses);
SL_API void sl_trainer_validation_mask(const sl_trainer *trainer, uint8_t *mask);

/* ---------------------------------------------------------------- looking inside a layer */

/* Norms of kernel and bias, and of their gradients in the last step. */
typedef struct sl_norms {
    double kernel, bias, kernel_gradient, bias_gradient;
} sl_norms;
SL_API void sl_trainer_norms(const sl_trainer *trainer, sl_norms *norms, int32_t layer);

/* Units whose activation is the same for every training sample, as a ReLU's that is 0 for all: no
 * gradient passes them. dead: [units] of 0 or 1, or NULL. Returns how many. */
SL_API int32_t sl_trainer_dead_units(sl_trainer *trainer, uint8_t *dead, int32_t layer);

typedef enum sl_quantity { SL_WEIGHTS, SL_GRADIENTS, SL_ACTIVATIONS } sl_quantity;

/* Of a layer's kernel, its kernel's gradient in the last step, or its activations over the training
 * samples: how many fall into each of equal bins from the least to the greatest, which range
 * receives. counts: [bins]; range: [2]. */
SL_API void sl_trainer_histogram(sl_trainer *trainer, uint32_t *counts, double *range,
                                 sl_quantity quantity, int32_t layer, int32_t bins);

/* ---------------------------------------------------------------- save and resume */

/* Everything there is: settings, data, weights, moments, random state, counters, history. Training
 * resumed from these bytes gives, bit for bit, what training never stopped would have given; equal
 * trainers give equal bytes. bytes: [sl_trainer_saved_size()]. SL_ERROR_WEIGHTS, and then writes
 * nothing, if a host has set weights that are not finite. */
SL_API size_t sl_trainer_saved_size(const sl_trainer *trainer);
SL_API sl_status sl_trainer_save(const sl_trainer *trainer, uint8_t *bytes);

/* A trainer from such bytes. SL_ERROR_FILE, SL_ERROR_FILE_VERSION or SL_ERROR_FILE_DAMAGED if they
 * are no such bytes; none of them is trusted. */
SL_API sl_status sl_trainer_load(const uint8_t *bytes, size_t size, sl_trainer **out);

/* The data that a trainer holds, in its order; a new dataset. */
SL_API sl_status sl_trainer_dataset(const sl_trainer *trainer, sl_dataset **out);

/* SHA-256, to tell whether two runs hold the same bytes. digest: [32]; bytes: [size]. */
SL_API void sl_sha256(uint8_t *digest, const uint8_t *bytes, size_t size);

/* ---------------------------------------------------------------- optimizers by themselves */

/* The settings' optimizer on given gradients: path[t] is what start has become after update t + 1.
 * path, gradients: [updates][count]; start: [count]. The rate is constant. */
SL_API sl_status sl_optimizer_path(const sl_settings *settings, float *path, const float *start,
                                   const float *gradients, int32_t updates, int32_t count);

/* ---------------------------------------------------------------- metrics */

/* confusion: [classes][classes], row = true, column = predicted. Labels are below classes. */
SL_API void sl_confusion_matrix(uint32_t *confusion, const uint8_t *y_true, const uint8_t *y_pred,
                                int32_t samples, int32_t classes);

typedef struct sl_score {
    double precision, recall, f1, support; /* 0 where the denominator is 0 */
} sl_score;

/* Which rows a report has. every_class: one for each class, as if labels=range(classes) had been
 * passed to scikit-learn; otherwise one for each class that occurs, true or predicted, as if no
 * labels= had been passed. In all of what follows classes are 1 to SL_MAX_CLASSES. */

/* The classes that have a row, in its order. rows: [classes]. Returns how many there are. */
SL_API int32_t sl_report_rows(int32_t *rows, const uint32_t *confusion, int32_t classes,
                              bool every_class);

/* scikit-learn's numbers: scores[0 .. classes - 1] one a class, with a row or without, then the
 * micro, macro and weighted average of the rows. scores: [classes + 3]. SL_ERROR_CLASSES if there
 * cannot be so many. */
SL_API sl_status sl_classification_scores(sl_score *scores, const uint32_t *confusion,
                                          int32_t classes, bool every_class);

/* The text of sklearn.metrics.classification_report(zero_division=0), ended by a newline and a NUL.
 * digits: 0 to 12, else SL_ERROR_DIGITS. labels: the names of all the classes, one after the other,
 * each UTF-8 of any length that a NUL ends. text: as many bytes as _size gives. Where a call fails,
 * its output is as it was. */
SL_API sl_status sl_classification_report_size(size_t *size, const uint32_t *confusion,
                                               int32_t classes, int32_t digits, const char *labels,
                                               bool every_class);
SL_API sl_status sl_classification_report(char *text, const uint32_t *confusion, int32_t classes,
                                          int32_t digits, const char *labels, bool every_class);

#endif
