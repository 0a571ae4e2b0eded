<?php

namespace Drupal\gca_assessment\Plugin\Block;

use Drupal\Core\Block\BlockBase;
use Drupal\Core\Form\FormStateInterface;

/**
 * The self-assessment.
 *
 * @Block(
 *   id = "gca_assessment",
 *   admin_label = @Translation("Cybersecurity self-assessment"),
 * )
 */
class AssessmentBlock extends BlockBase {

  /**
   * {@inheritdoc}
   */
  public function defaultConfiguration() {
    return ['mode' => 'choose', 'persist' => 'local'];
  }

  /**
   * {@inheritdoc}
   */
  public function blockForm($form, FormStateInterface $form_state) {
    $form['mode'] = [
      '#type' => 'select',
      '#title' => $this->t('Version'),
      '#options' => ['choose' => $this->t('The reader chooses'), 'full' => $this->t('Full'), 'quick' => $this->t('Quick check'), 'workshop' => $this->t('Workshop, for trainers')],
      '#default_value' => $this->configuration['mode'],
    ];
    $form['persist'] = [
      '#type' => 'select',
      '#title' => $this->t('Answers are kept'),
      '#options' => ['local' => $this->t('On the device'), 'session' => $this->t('Until the tab is closed'), 'none' => $this->t('In memory only')],
      '#default_value' => $this->configuration['persist'],
    ];
    return $form;
  }

  /**
   * {@inheritdoc}
   */
  public function blockSubmit($form, FormStateInterface $form_state) {
    $this->configuration['mode'] = $form_state->getValue('mode');
    $this->configuration['persist'] = $form_state->getValue('persist');
  }

  /**
   * {@inheritdoc}
   */
  public function build() {
    return [
      '#type' => 'html_tag',
      '#tag' => 'gca-assessment',
      // Shown until the script has run, and where it cannot.
      '#value' => $this->t('This self-assessment needs JavaScript.'),
      '#attributes' => ['mode' => $this->configuration['mode'], 'persist' => $this->configuration['persist']],
      '#attached' => ['library' => ['gca_assessment/element']],
    ];
  }

}
